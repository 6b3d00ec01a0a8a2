import type { FrozenRow } from '@/lib/edition/edition';
import type { EditionChange } from '@/lib/edition/edition-change';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { PublishedReading } from '@/lib/series/published-reading';
import { type Retirement, retirementSentence } from '@/lib/series/retirement';
import { earlierReadingChanges, figureText } from './figure-difference';
import { rowChanges } from './row-difference';

/** One thing that changed between two editions: of which measure, and the sentence that says it. */
export type EditionDifference = {
  change: EditionChange;
  number: number;
  code: string;
  title: string;
  sentence: string;
};

/** An edition's rows, and the day that they tell of. */
export type Edition = {
  asAt: string;
  rows: FrozenRow[];
  /** By the measures' codes, where they are at hand: the sheets, and the readings that it is the first to tell of. */
  sheets?: ReadonlyMap<string, MeasureSheet> | undefined;
  readings?: ReadonlyMap<string, PublishedReading[]>;
};

/** What changed between two editions, each thing once, in report order; the retired come last, with why where that is known. */
export function editionDifferences(
  before: Edition,
  after: Edition,
  retirements: ({ code: string } & Retirement)[] = [],
): EditionDifference[] {
  const why = new Map(retirements.map((retirement) => [retirement.code, ` ${retirementSentence(retirement)}`]));
  const was = new Map(before.rows.map((row) => [row.code, row]));
  const is = new Set(after.rows.map(({ code }) => code));
  const differenceOf = (row: FrozenRow, change: EditionChange, sentence: string): EditionDifference => ({
    change,
    number: row.number,
    code: row.code,
    title: row.title,
    sentence,
  });
  return [
    ...after.rows.flatMap((row) => {
      const old = was.get(row.code);
      if (!old)
        return [
          differenceOf(row, 'new', `New: ${figureText(row.current)}${row.period ? ` for ${row.period.label}` : ''}.`),
        ];
      const earlier = earlierReadingChanges(old, row, after.readings?.get(row.code) ?? []);
      const changes = [...rowChanges(side(before, old), side(after, row)), ...earlier];
      return changes.map(([change, sentence]) => differenceOf(row, change, sentence));
    }),
    ...before.rows
      .filter(({ code }) => !is.has(code))
      .map((row) => differenceOf(row, 'retired', `No longer on the scorecard.${why.get(row.code) ?? ''}`)),
  ];
}

/** A measure as an edition tells of it. */
const side = ({ asAt, sheets }: Edition, row: FrozenRow) => ({ asAt, row, sheet: sheets?.get(row.code) ?? null });
