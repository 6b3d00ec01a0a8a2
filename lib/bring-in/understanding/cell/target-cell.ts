import type { Polarity, Unit } from '@/lib/measure/measure';
import type { Cell } from '@/lib/workbook/workbook';
import type { DecimalSign } from './decimal-sign';
import { type Figure, type FigureCell, figureIn, figureOf } from './figure-cell';
import { textOf } from './grid';

type Shape = 'at_least' | 'at_most' | 'between';

/** A target of a cell; its shape is null where the cell has only a figure. */
type TargetFigures = { shape: Shape | null; from: string; to: string; decimals: number; unit: Unit | null };
export type TargetCell = TargetFigures | { none: string } | Extract<FigureCell, { malformed: string }>;

const least =
  /^(?:≥|>=|=>|⩾|at least|min(?:imum)?(?: of)?|no(?:t)? (?:less|fewer) than|no fewer than|above or equal to)\s*(.+)$/i;
const most = /^(?:≤|<=|=<|⩽|at most|max(?:imum)?(?: of)?|not? (?:more|higher|greater) than|up to|within)\s*(.+)$/i;
const after = /^(.+?)\s*(\+|or (?:more|above|higher|over)|or (?:less|fewer|below|lower|under))$/i;
const range = /^(?:between\s+)?(.*\d\s*%?)\s*(?:-|–|—|to|and)\s*(.*\d.*)$/i;

/** Reads a cell in the place of a target; null where it is empty. */
export function targetIn(cell: Cell | undefined, sign: DecimalSign): TargetCell | null {
  if (!cell || textOf(cell) === '') return null;
  if (cell.kind !== 'text') return single(figureIn(cell, sign), null);
  return targetOf(textOf(cell), sign);
}

/** Reads a text in the place of a target: "≥ 80%", "at most 12", "80+", "between 80 and 90". */
export function targetOf(text: string, sign: DecimalSign): TargetCell | null {
  const [, atLeast] = text.match(least) ?? [];
  if (atLeast) return single(figureOf(atLeast, sign), 'at_least');
  const [, atMost] = text.match(most) ?? [];
  if (atMost) return single(figureOf(atMost, sign), 'at_most');
  const [, figure, words] = text.match(after) ?? [];
  if (figure && words)
    return single(figureOf(figure, sign), /\+|more|above|higher|over/i.test(words) ? 'at_least' : 'at_most');
  if (/^[<>]/.test(text))
    return {
      malformed: text,
      sentence: `“${text}” leaves open whether the figure itself meets the target.`,
      proposed: text.replace(/^([<>])=?/, '$1='),
    };
  const [, from, to] = text.match(range) ?? [];
  const [low, high] = [from && figureOf(from.trim(), sign), to && figureOf(to.trim(), sign)];
  if (low && high && 'figure' in low && 'figure' in high) return between(low, high);
  return single(figureOf(text, sign), null);
}

function single(read: FigureCell | null, shape: Shape | null): TargetCell | null {
  if (read === null) return null;
  if ('figure' in read) return { shape, from: read.figure, to: '', decimals: read.decimals, unit: read.unit };
  if ('word' in read) return { none: read.word };
  if ('small' in read)
    return { malformed: read.small, sentence: `“${read.small}” is no figure to reach.`, proposed: '' };
  return read;
}

const between = (low: Figure, high: Figure): TargetFigures => ({
  shape: 'between',
  from: high.unit === 'percent' && low.unit === null ? `${low.figure}%` : low.figure,
  to: high.figure,
  decimals: Math.max(low.decimals, high.decimals),
  unit: low.unit ?? high.unit,
});

/** The shape of a target that is a figure alone, by which way is better; null where that does not say. */
export const shapeBy = (polarity: Polarity | null): Shape | null =>
  polarity === 'higher' ? 'at_least' : polarity === 'lower' ? 'at_most' : null;
