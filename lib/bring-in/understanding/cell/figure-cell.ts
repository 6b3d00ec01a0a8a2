import { Exact } from '@/lib/figure/decimal';
import { parseFigure } from '@/lib/figure/figure-entry';
import type { Unit } from '@/lib/measure/measure';
import type { Cell } from '@/lib/workbook/workbook';
import { type DecimalSign, plainNumber } from './decimal-sign';
import { quoted, textOf } from './grid';
import { unitIn } from './word-meanings';

/** A figure as it stands in a cell, with the unit and the mark beside it. */
export type Figure = {
  figure: string;
  decimals: number;
  unit: Unit | null;
  mark: string | null;
  /** A word such as million was beside it: the figure is in full, whatever the sheet is in. */
  inFull?: true;
};

/** What a cell in the place of a figure says: a figure, a word without one, a small count that is hidden, or neither. */
export type FigureCell =
  | Figure
  | { word: string }
  | { small: string }
  | { malformed: string; sentence: string; proposed: string };

const minus = /[−–‒]/g;
const marked =
  /^(.*[\p{L}\d%)])\s?(?:\(([a-z]{1,5})\)|\[([a-z]{1,3})\]|([*¹²³⁰⁴-⁹]{1,3}|†|‡|\^|#)|(?<=\d\s?)([preub]))$/iu;
const hidden = /^(?:<|≤|less than |under |fewer than |up to )\s?\d{1,4}$|^1\s?(?:-|–|to)\s?\d$/i;
const dressed = /^(-)?\s?(£)?\s?(-)?([\d.,\s]*\d)\s?([%\p{L}£][\p{L}% '£0,]{0,20})?$/u;
const larger: Record<string, number> = { k: 3, thousand: 3, m: 6, mn: 6, mln: 6, million: 6, bn: 9, billion: 9 };

/** Reads a cell in the place of a figure; null where it is empty. */
export function figureIn(cell: Cell | undefined, sign: DecimalSign): FigureCell | null {
  const text = textOf(cell);
  if (!cell || text === '') return null;
  if (cell.kind === 'number') return numberIn(cell);
  if (cell.kind === 'text') return figureOf(text, sign);
  const what = { day: 'a day', truth: 'a yes or no', error: 'an error of its file' }[cell.kind];
  return { malformed: text, sentence: `${quoted(text)} is ${what}, not a figure.`, proposed: '' };
}

function numberIn(cell: Cell): Figure {
  const text = textOf(cell);
  const shown = text.match(/\.(\d+)/)?.[1]?.length;
  const figure = cell.percent ? new Exact(cell.value).times(100).toFixed() : cell.value;
  const stored = figure.split('.')[1]?.length ?? 0;
  const decimals = text === cell.value ? stored : Math.min(shown ?? 0, 6);
  const unit = cell.percent ? 'percent' : /£/.test(text) ? 'pounds' : null;
  return { figure: cell.percent ? `${figure}%` : figure, decimals: modest(decimals), unit, mark: null };
}

/** The digits of a quotient are not how a figure is shown. */
const modest = (decimals: number): number => (decimals > 4 ? 1 : decimals);

/** Reads a text in the place of a figure: "55 (p)", "£1.2m", "(123)", "87%". */
export function figureOf(typed: string, sign: DecimalSign): FigureCell {
  const text = typed
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .replace(minus, '-');
  if (hidden.test(text)) return { small: typed };
  if (!/\d/.test(text)) return /[oO]/.test(text) && /^[oO.,]+$/.test(text) ? letterO(typed) : { word: typed };
  const plain = dressedFigure(text, sign);
  if (plain) return { ...plain, mark: null };
  const match = text.match(marked);
  const inner = match ? dressedFigure((match[1] as string).trim(), sign) : null;
  if (match && inner) {
    const [, , round, square, sharp, bare] = match;
    const mark = round ?? square;
    return { ...inner, mark: mark ? `(${mark.toLowerCase()})` : (sharp ?? bare ?? '').toLowerCase() };
  }
  if (/^[£-]?[\doO.,]+%?$/.test(text) && /o/i.test(text)) return letterO(typed);
  const [letter] = /^[£-]?[\dlI.,]+%?$/.test(text) ? (/[lI]/.exec(text) ?? []) : [];
  if (letter) return mistaken(typed, letter, typed.replace(/[lI]/g, '1'));
  const parsed = parseFigure(text.slice(0, 200), { unit: 'percent', outsideHundred: true, countsPeople: false });
  const sentence = 'problem' in parsed ? parsed.problem : `${quoted(typed)} is not a figure that we can read.`;
  return { malformed: typed, sentence, proposed: '' };
}

const letterO = (typed: string) => mistaken(typed, 'O', typed.replace(/o/gi, '0'));

const mistaken = (typed: string, letter: string, proposed: string): FigureCell => ({
  malformed: typed,
  sentence: `${quoted(typed)} has the letter ${letter} in it.`,
  proposed,
});

/** A figure with its sign and its unit, or null. */
function dressedFigure(text: string, sign: DecimalSign): Omit<Figure, 'mark'> | null {
  const bracketed = text.match(/^\((£?[\d.,\s]+%?)\)$/);
  if (bracketed) {
    const inner = dressedFigure(bracketed[1] as string, sign);
    return (
      inner && {
        ...inner,
        figure: inner.figure.startsWith('0') && !/[1-9]/.test(inner.figure) ? inner.figure : `-${inner.figure}`,
      }
    );
  }
  const match = text.replace(/^\+\s?/, '').match(dressed);
  if (!match) return null;
  const [, before, pound, after, digits = '', word = ''] = match;
  const number = plainNumber(digits.trim(), sign);
  if (number === null) return null;
  const name = word.trim().toLowerCase();
  const zeros = larger[name];
  const unit = zeros !== undefined || name === '' ? null : unitIn(name);
  if (name !== '' && zeros === undefined && unit === null) return null;
  if (zeros !== undefined && !pound && name.length === 1 && name === 'm') return null;
  const size = zeros === undefined ? number : new Exact(number).times(new Exact(10).pow(zeros)).toFixed();
  const negative = before || after ? '-' : '';
  return {
    figure: `${negative}${size}${unit === 'percent' ? '%' : ''}`,
    decimals: modest(size.split('.')[1]?.length ?? 0),
    unit: pound ? 'pounds' : unit,
    ...(zeros !== undefined && { inFull: true as const }),
  };
}
