import type { Database } from '@/db/connection/client';
import { hiddenOfMeasures, publicRow } from '@/db/facts/disclosure/public-row';
import { factsOf } from '@/db/facts/measure-facts';
import type { ReadingRow } from '@/db/facts/reading-record';
import { usualIn } from '@/db/facts/usual-figures';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezeRow } from '@/lib/edition/freeze-row';
import { readingValue } from '@/lib/figure/computed-value';
import { asGiven, figureWords } from '@/lib/figure/figure';
import { unusual } from '@/lib/figure/unusual';
import { keptWords } from '@/lib/reading/kept-warnings';
import type { RevisionReason } from '@/lib/reading/revision-reasons';
import { type MeasureRecord, periodOf, type ReadingRecord } from '@/lib/series/measure-record';
import type { HiddenFigure } from '@/lib/service/hidden-figures';
import { councilYear } from '@/lib/time/council-year';
import { addDays, endOf, label } from '@/lib/time/period';

type Shown = 'target' | 'current' | 'previous' | 'rag' | 'travel' | 'realTerms' | 'comments' | 'actions' | 'notes';

/** All that an approval of a reading signs, as a list of reviews shows it. */
export type ReviewWords = {
  /** Of the row as it will appear: its figures, judgements and words. */
  row: Pick<FrozenRow, Shown>;
  /** What the public would not be shown of the row; empty where it would see all of it. */
  hidden: HiddenFigure[];
  /** The two numbers that the figure is made of: '216 of 267'; null where there are none. */
  parts: string | null;
  /** The last approved period before this one. */
  last: { label: string; figure: string; parts: string | null } | null;
  /** The reason given for a figure far from its history, and the question that still asks for it, where one does. */
  unusual: { question: string | null; reason: string | null } | null;
  publicNote: string | null;
  revisionReason: RevisionReason | null;
  /** Actions of earlier periods that the reading says are done. */
  completed: string[];
  /** Warnings about its words that its author keeps, each with the reason. */
  kept: string[];
};

type Listed = { reading: ReadingRow; frequency: MeasureRecord['frequency'] };

/** What an approval of each of these readings signs, by reading: one round of questions for all whose periods end together. */
export async function reviewWords(db: Database, listed: Listed[], today: string): Promise<Map<number, ReviewWords>> {
  const comparisonStart = councilYear(today).start - 1;
  const words = new Map<number, ReviewWords>();
  const dayAfter = ({ reading, frequency }: Listed) => addDays(endOf(periodOf({ frequency }, reading)), 1);
  for (const asAt of new Set(listed.map(dayAfter))) {
    const together = listed.filter((item) => dayAfter(item) === asAt);
    const measureIds = together.map(({ reading }) => reading.measureId);
    const besides = together.map(({ reading }) => reading.id);
    const records = await factsOf(db, { measureIds }, asAt, { besides });
    const hidden = await hiddenOfMeasures(db, records, today, { besides });
    for (const { reading } of together) {
      const record = records.find(({ id }) => id === reading.measureId);
      if (!record) continue;
      const cut = { asAt, comparisonStart };
      const publicly = publicRow(record, cut, hidden.get(record.code));
      words.set(reading.id, wordsOf(record, reading, freezeRow(record, cut), publicly?.hidden ?? []));
    }
  }
  return words;
}

function wordsOf(record: MeasureRecord, reading: ReadingRow, frozen: FrozenRow, hidden: HiddenFigure[]): ReviewWords {
  const { target, current, previous, rag, travel, realTerms, comments, actions, notes } = frozen;
  const earlier = record.readings.filter(({ periodStart }) => periodStart < reading.periodStart);
  const usual = usualIn(record, reading.periodStart);
  const value = readingValue(reading, record);
  const question = value === null ? null : unusual(value, usual, record);
  const [last] = earlier;
  return {
    row: { target, current, previous, rag, travel, realTerms, comments, actions, notes },
    hidden,
    parts: partsOf(reading),
    last: last ? lastFigure(last, record) : null,
    unusual: question || reading.unusual ? { question, reason: reading.unusual } : null,
    publicNote: reading.publicNote,
    revisionReason: reading.revisionReason,
    completed: reading.completed.map(({ text }) => text),
    kept: reading.kept.map(keptWords),
  };
}

const lastFigure = (last: ReadingRecord, record: MeasureRecord) => ({
  label: label(periodOf(record, last)),
  figure: figureWords(last, record),
  parts: partsOf(last),
});

const partsOf = ({ numerator, denominator }: Pick<ReadingRow, 'numerator' | 'denominator'>): string | null =>
  numerator !== null && denominator !== null ? `${asGiven(numerator)} of ${asGiven(denominator)}` : null;
