import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { authorsFindings, type Known, knownOf, standingText } from '@/db/facts/commentary/checked-reading';
import { usualIn } from '@/db/facts/usual-figures';
import { measures, readings } from '@/db/schema';
import { pick } from '@/lib/collection/pick';
import type { Finding } from '@/lib/commentary/finding';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import type { Content } from '@/lib/reading/content';
import { lastRequiredStart } from '@/lib/series/retirement';
import { isDay } from '@/lib/time/instant';
import { isStart } from '@/lib/time/period';

const judged = [
  'unit',
  'decimals',
  'scale',
  'outsideHundred',
  'countsPeople',
  'numeratorLabel',
  'denominatorLabel',
] as const satisfies readonly (keyof MeasureFacts)[];

/** What the form of a reading is judged by. */
export type ReadingForm = {
  measure: Pick<MeasureFacts, (typeof judged)[number]>;
  correction: boolean;
  /** The last values before this period, newest first, for lib/figure/unusual. */
  usual: () => Promise<string[]>;
  /** What the checks find in these words, for their author. */
  findings: (written: Content) => Promise<Finding[]>;
};

/**
 * What a form that writes a measure's reading of a period is judged by, in one statement; null where there is no such reading,
 * or this person may not see it. Another statement asks for the usual figures and whatever the checks know, since a draft is kept without them.
 */
export async function readingForm(
  db: Database,
  who: Person,
  code: string,
  periodStart: string,
  today: string,
): Promise<ReadingForm | null> {
  if (!isDay(periodStart)) return null;
  const newest = db
    .select({ id: readings.id, revision: readings.revision })
    .from(readings)
    .where(and(eq(readings.measureId, measures.id), eq(readings.periodStart, periodStart)))
    .orderBy(desc(readings.revision))
    .limit(1)
    .as('newest');
  const [row] = await db
    .select({ measure: measures, id: newest.id, revision: newest.revision })
    .from(measures)
    .leftJoinLateral(newest, sql`true`)
    .where(eq(measures.code, code));
  if (!row || !worksFor(who, row.measure.serviceId, today)) return null;
  const { measure, revision } = row;
  const reading = { id: row.id, periodStart, revision: revision ?? 0 };
  const latest = lastRequiredStart(measure.retiredOn, measure) ?? today;
  if (!isStart(periodStart, measure)) return null;
  if (periodStart < measure.requiredFrom || periodStart > today || periodStart > latest) return null;
  let pending: Promise<Known> | undefined;
  const known = () => {
    pending ??= knownOf(db, measure, reading);
    return pending;
  };
  return {
    measure: pick(measure, judged),
    correction: (revision ?? 0) > 0,
    usual: async () => usualIn((await known()).record, periodStart),
    findings: async (written) => authorsFindings(await standingText(db, await known(), { ...reading, written }, today)),
  };
}
