import type { Place } from '@/lib/bring-in/wish';
import type { Cell } from '@/lib/workbook/workbook';
import type { Asking } from './asked-and-remembered';
import type { DecimalSign } from './decimal-sign';
import { type Figure, type FigureCell, figureIn, figureOf } from './figure-cell';
import { cellName, plainWords, quoted, textOf } from './grid';
import { type TargetCell, targetIn, targetOf } from './target-cell';

import { reasonChoices, reasonIn } from './word-meanings';

/** What the notes of a sheet say that a mark means: p = provisional. */
export type Legend = Map<string, string>;

const legendEntry =
  /(?:^|[\s;,.])[([]?([a-z]{1,2}|\*{1,3}|†|‡|\^|#)[)\]]?\s?(?:=|:|–|-|denotes|means|indicates)?\s(provisional|estimated|revised)/gi;

/** The marks that a note explains. */
export function legendOf(notes: string[]): Legend {
  const pairs = notes.flatMap((text) => [
    ...text.slice(0, 500).replace(/=/g, ' = ').replace(/\s+/g, ' ').matchAll(legendEntry),
  ]);
  return new Map(pairs.map(([, mark = '', meaning = '']) => [mark.toLowerCase(), meaning.toLowerCase()]));
}

const colourNames = new Map([
  ['r', 'red'],
  ['a', 'amber'],
  ['g', 'green'],
]);
const colourBeside = /[\p{L}\d%)]\s?[([](red|amber|green|[ag])[)\]]$/iu;

/**
 * The legend with the marks that are colours. Amber or green beside a figure makes R red: by itself it may be a figure that was
 * revised.
 */
export function withColours(legend: Legend, texts: Iterable<string>): Legend {
  for (const text of texts)
    if (colourBeside.test(text)) return new Map([...legend, ...[...colourNames].filter(([mark]) => !legend.has(mark))]);
  return legend;
}

const isColour = (mark: string, legend: Legend): boolean =>
  /^(?:red|amber|green)$/.test(mark) || (colourNames.has(mark) && legend.get(mark) === colourNames.get(mark));

/** How the cells of a sheet are read, and where what is open about them goes. */
export type CellReading = { asking: Asking; sign: DecimalSign; legend: Legend };

/** The content of a cell in the place of a figure: the figure with its mark, a reason, or what the record is to refuse. */
export type SettledFigure = { figure: string; mark: string; read: Figure | null };

/** Settles what a figure's cell means, by the answers; null where it is left out or its question is open. */
export function settledFigure(cell: Cell | undefined, place: Place, reading: CellReading): SettledFigure | null {
  const { asking, sign } = reading;
  const typed = mended(place, asking);
  const read = typed === null ? figureIn(cell, sign) : figureOf(typed, 'point');
  if (read === null) return null;
  if ('figure' in read) return withMark(read, place, reading, textOf(cell));
  if ('word' in read || 'small' in read) return reasonFor(read, place, asking);
  askToMend(read, place, asking);
  return { figure: typed ?? read.malformed, mark: '', read: null };
}

/** Settles what a target's cell means; the raw text comes back where the record is to refuse it. */
export function settledTarget(
  cell: Cell | undefined,
  place: Place,
  { asking, sign }: CellReading,
): Exclude<TargetCell, { none: string }> | null {
  const typed = mended(place, asking);
  const read = typed === null ? targetIn(cell, sign) : targetOf(typed, 'point');
  if (read === null) return null;
  if ('none' in read) {
    asking.leaveOut(place, `${quoted(read.none)} is no figure, so that there is no target`);
    return null;
  }
  if (!('malformed' in read)) return read;
  return mendedTarget(read, place, asking) ?? read;
}

/** A target that is words, asked about once for all cells with the same words; what is typed in their place, or null. */
function mendedTarget(
  { malformed, sentence, proposed }: Extract<TargetCell, { malformed: string }>,
  place: Place,
  asking: Asking,
): Exclude<TargetCell, { none: string }> | null {
  const id = `target:${plainWords(malformed) || malformed}`;
  const gloss = 'It is refused as it is. A target is a figure, with ≥ or ≤ before it or without.';
  const typed = asking.ask({ id, sentence, gloss, choices: [], mend: proposed }, [place]);
  const read = typed === null ? null : targetOf(typed.slice(0, 200), 'point');
  return read === null || 'none' in read ? null : read;
}

/** What was typed in the place of a cell, or null. */
function mended(place: Place, { answers }: Asking): string | null {
  const key = `cell:${cellName(place)}`;
  const typed = Object.hasOwn(answers, key) ? (answers[key] ?? '').trim().slice(0, 200) : '';
  return typed === '' ? null : typed;
}

function askToMend(
  { sentence, proposed }: Extract<FigureCell, { malformed: string }>,
  place: Place,
  { ask }: Asking,
): void {
  ask({ id: `cell:${cellName(place)}`, sentence, gloss: 'Left out unless you mend it.', choices: [], mend: proposed }, [
    place,
  ]);
}

const longestWord = 30;

function reasonFor(read: { word: string } | { small: string }, place: Place, asking: Asking): SettledFigure | null {
  const text = 'word' in read ? read.word : read.small;
  const known = 'word' in read ? reasonIn(text) : null;
  if (known) return { figure: '', mark: known, read: null };
  if (text.length > longestWord) {
    asking.leaveOut(place, `words where a figure stands: ${quoted(text)}`);
    return null;
  }
  const isSmall = 'small' in read;
  const answer = asking.ask(
    {
      id: `word:${plainWords(text) || text}`,
      sentence: isSmall
        ? `${quoted(text)} hides a small count: what should stand there?`
        : `What does ${quoted(text)} mean?`,
      gloss: isSmall
        ? 'The figure itself can be typed in the form of the reading.'
        : 'It stands where a figure should.',
      choices: isSmall
        ? reasonChoices.filter(({ value }) => value === 'suppressed_at_source' || value === 'left_out')
        : reasonChoices,
    },
    [place],
  );
  if (answer === 'left_out') asking.leaveOut(place, `${quoted(text)}, left out as you chose`);
  return answer === null || answer === 'left_out' ? null : { figure: '', mark: answer, read: null };
}

function withMark(read: Figure, place: Place, { asking, legend }: CellReading, text: string): SettledFigure | null {
  const { mark, figure } = read;
  if (mark === null) return { figure, mark: '', read };
  const bare = mark.replace(/[()]/g, '');
  if (isColour(bare, legend)) {
    asking.leaveOut(
      place,
      `the colour ${quoted(bare.toUpperCase())}: Candour works it out itself; its figure is taken`,
    );
    return { figure, mark: '', read };
  }
  const meaning = legend.get(bare) ?? (mark === '(p)' ? 'provisional' : mark === '(r)' ? 'revised' : null);
  const answer =
    meaning === 'provisional' || meaning === 'estimated'
      ? 'provisional'
      : meaning === 'revised'
        ? 'plain'
        : askMark(bare, text, place, asking);
  if (answer === 'provisional') return { figure, mark: 'provisional', read };
  if (answer === 'plain') {
    asking.leaveOut(place, `the mark ${quoted(bare)}; its figure is taken`);
    return { figure, mark: '', read };
  }
  if (answer === 'left_out') asking.leaveOut(place, `${quoted(text)}, left out as you chose`);
  return null;
}

const askMark = (mark: string, text: string, place: Place, { ask }: Asking): string | null =>
  ask(
    {
      id: `mark:${mark}`,
      sentence: `What does the ${quoted(mark)} beside a figure mean?`,
      gloss: `As in ${quoted(text)}.`,
      choices: [
        { value: 'provisional', label: 'provisional' },
        { value: 'plain', label: 'nothing that is kept: take the figure' },
        { value: 'left_out', label: 'leave such figures out' },
      ],
    },
    [place],
  );
