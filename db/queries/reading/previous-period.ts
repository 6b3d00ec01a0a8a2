import type { Connection } from '@/db/connection/client';
import { contentOf, type MeasureRow, type ReadingRow } from '@/db/facts/reading-record';
import { elsewhereWords } from '@/lib/elsewhere/elsewhere-words';
import { figureWords } from '@/lib/figure/figure';
import { realTerms } from '@/lib/figure/in-real-terms';
import { covered } from '@/lib/measure/span';
import type { Content } from '@/lib/reading/content';
import type { MeasureRecord } from '@/lib/series/measure-record';
import { label, type Period } from '@/lib/time/period';

/** The period before a reading: its figure as shown, or the reason why there is none in words. */
export type PreviousPeriod = {
  label: string;
  range: string;
  figure: string;
  /** The sum behind it, where it has one. */
  realTerms: string | null;
  comments: string | null;
  actions: Content['actions'];
  /** Where and when it was published, where nobody entered it here. */
  elsewhere?: string;
};

type Scene = { measure: MeasureRow; record: MeasureRecord; last: ReadingRow | undefined; period: Period };

/** What stood in the period before, as it was approved here or published elsewhere; null where nothing is. */
export async function previousPeriod(
  db: Connection,
  { measure, record, last, period }: Scene,
): Promise<PreviousPeriod | null> {
  const named = { label: label(period), range: covered(period, measure) };
  if (last)
    return {
      ...named,
      figure: figureWords(last, measure),
      realTerms: realTerms(last, { ...measure, ...record }),
      comments: last.comments,
      actions: (await contentOf(db, last)).actions,
    };
  const before = record.readings.find(({ periodStart }) => periodStart === period.start);
  if (!before?.elsewhere) return null;
  return {
    ...named,
    figure: figureWords(before, measure),
    realTerms: realTerms(before, { ...measure, ...record }),
    comments: null,
    actions: [],
    elsewhere: elsewhereWords(before.elsewhere),
  };
}
