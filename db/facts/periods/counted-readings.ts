import { and, asc, eq, lt, not, notExists, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { amongst } from '@/db/connection/amongst';
import type { Connection } from '@/db/connection/client';
import type { Given } from '@/db/connection/together';
import { oneOf } from '@/db/connection/written-out';
import { measures, readings } from '@/db/schema';
import { startsFrom } from '@/lib/time/period';

/** Which readings count: all that are approved or published; the published and these approved ones; or some besides, whatever their state. */
export type Counted = 'signed' | { approved: number[] } | { besides: readonly number[] | Placeholder };

/** That a reading is signed: approved, whether or not it is published. */
export const signed = oneOf(readings.state, 'approved', 'published');

/** That a reading counts. */
export function counts(counted: Counted): SQL {
  if (counted === 'signed') return signed;
  if ('besides' in counted) return sql`(${signed} or ${amongst(readings.id, counted.besides)})`;
  const taken = counted.approved.length > 0 ? sql`or ${amongst(readings.id, counted.approved)}` : sql``;
  return sql`${signed} and (${readings.state} = 'published' ${taken})`;
}

/** The first and the last of months without a gap, or the start of each period. */
type Here = { from: string; to: string } | string[];

/**
 * The starts of all periods of which a reading counts, read off the index alone, however long the history is; where no month is missing
 * between them, the first and the last say them all.
 */
export function periodsHere(db: Connection, measureIds: Given<number[]>, asAt: Given<string>, counted: Counted) {
  const startsWhere = (which: SQL | undefined) =>
    db
      .select({ start: readings.periodStart })
      .from(readings)
      .where(and(eq(readings.measureId, measures.id), lt(readings.periodStart, asAt), which));
  const { besides } = countedParts(db, counted);
  // A period whose first reading is approved counts where that is taken, whatever becomes of its correction.
  const ofSigned = startsWhere(
    isTaking(counted) ? and(signed, notExists(waitingAt(db, sql`0`, counted.approved))) : signed,
  );
  const found = (besides ? ofSigned.unionAll(startsWhere(besides)) : ofSigned).as('found');
  const starts = db.selectDistinct({ start: found.start }).from(found).orderBy(asc(found.start)).as('starts');
  const monthOf = (day: SQL) => sql`(extract(year from ${day}) * 12 + extract(month from ${day}))`;
  const [first, last] = [sql`min(${starts.start})`, sql`max(${starts.start})`];
  const listed = sql<Here>`(select case
      when measures.frequency = 'monthly' and count(*) - 1 = ${monthOf(last)} - ${monthOf(first)} then json_build_object('from', ${first}, 'to', ${last})
      else coalesce(to_json(array_agg(${starts.start})), '[]') end
    from ${starts})`;
  return db.select({ measureId: measures.id, starts: listed }).from(measures).where(amongst(measures.id, measureIds));
}

/** The starts of periods from what was answered. */
export const startsOf = (here: Here): readonly string[] =>
  Array.isArray(here) ? here : startsFrom('monthly', here.from, here.to);

/**
 * Which readings count, in parts that an index each tells of: the table of a long history is not read for what is signed, and of the
 * few that count besides their ids are known.
 */
export function countedParts(db: Connection, counted: Counted): { signed: SQL | undefined; besides: SQL | null } {
  if (isTaking(counted))
    return { signed: and(signed, notExists(waitingAt(db, readings.revision, counted.approved))), besides: null };
  return { signed, besides: counted === 'signed' ? null : amongst(readings.id, counted.besides) };
}

const isTaking = (counted: Counted): counted is { approved: number[] } =>
  typeof counted === 'object' && 'approved' in counted;

/** The revision of a reading's period where it is approved and none of those taken. */
function waitingAt(db: Connection, revision: SQL | typeof readings.revision, taken: number[]) {
  const waiting = alias(readings, 'waiting');
  return db
    .select({ one: sql`1` })
    .from(waiting)
    .where(
      and(
        eq(waiting.measureId, readings.measureId),
        eq(waiting.periodStart, readings.periodStart),
        eq(waiting.revision, revision),
        oneOf(waiting.state, 'approved'),
        not(amongst(waiting.id, taken)),
      ),
    );
}
