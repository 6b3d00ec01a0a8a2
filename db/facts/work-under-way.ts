import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { measures, people, readings, services } from '@/db/schema';
import { grouped } from '@/lib/collection/grouped';
import type { State } from '@/lib/reading/workflow';
import type { Standing, UnfinishedReading } from '@/lib/status/standing';
import { addMonths, periodContaining, shift } from '@/lib/time/period';
import { historyStarts } from './history-figures';
import { awaitedPeriods } from './periods/awaited-periods';
import { countsOn } from './periods/retirements';
import { signature } from './signatures';
import { submitterOf } from './systems/sent-by-system';

/** How far back a list of what is to do looks for what is missing; readings on their way are found at any age. */
const monthsBack = 36;

export type MeasureStanding = Standing & {
  measureId: number;
  serviceId: number;
  service: { slug: string; name: string };
  ownerId: number | null;
  /** Who had a part in each reading on its way. */
  parts: Map<number, { authors: number[]; submittedBy: number | null }>;
};

/** The measures that count today and for which a condition holds, each with what is on its way and what is here; the cost does not grow with history. */
export async function standings(
  db: Connection,
  condition: SQL,
  today: string,
  { everyPeriod = false } = {},
): Promise<MeasureStanding[]> {
  const since = everyPeriod ? '0001-01-01' : addMonths(today, -monthsBack);
  const submitter = alias(people, 'submitter');
  const approver = alias(people, 'approver');
  const rows = await db
    .select({ measure: measures, slug: services.slug, name: services.name, owner: people.name })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .leftJoin(people, eq(people.id, measures.ownerId))
    .where(and(condition, countsOn(today)))
    .orderBy(asc(services.position), asc(measures.number));
  const ids = rows.map(({ measure }) => measure.id);
  if (ids.length === 0) return [];
  const open = await db
    .select({
      id: readings.id,
      measureId: readings.measureId,
      periodStart: readings.periodStart,
      state: readings.state,
      revision: readings.revision,
      authors: readings.authors,
      submittedBy: readings.submittedBy,
      submitter: submitterOf(readings.id, submitter.name),
      submittedAt: readings.submittedAt,
      approver: approver.name,
      approvedAt: readings.approvedAt,
    })
    .from(readings)
    .leftJoin(submitter, eq(submitter.id, readings.submittedBy))
    .leftJoin(approver, eq(approver.id, readings.approvedBy))
    .where(and(inArray(readings.measureId, ids), noneOf(readings.state, 'published')));
  const here = await db
    .select({ measureId: readings.measureId, starts: sql<string[]>`jsonb_agg(distinct ${readings.periodStart})` })
    .from(readings)
    .where(
      and(
        inArray(readings.measureId, ids),
        sql`${readings.state} in ('approved', 'published') and ${readings.periodStart} >= ${since}`,
      ),
    )
    .groupBy(readings.measureId);
  const starts = new Map(here.map((row) => [row.measureId, row.starts]));
  const history = await historyStarts(db, ids, since);
  const awaited = grouped(await awaitedPeriods(db, ids), ({ measureId }) => measureId);
  const openByMeasure = grouped(open, ({ measureId }) => measureId);
  return rows.map(({ measure, slug, name, owner }) => {
    const openReadings = openByMeasure.get(measure.id) ?? [];
    const first = everyPeriod ? measure.requiredFrom : shift(periodContaining(since, measure), 1).start;
    return {
      measureId: measure.id,
      serviceId: measure.serviceId,
      service: { slug, name },
      ownerId: measure.ownerId,
      measure: { ...measure, requiredFrom: [measure.requiredFrom, first].sort()[1] as string },
      open: openReadings.map(onItsWay),
      owner,
      awaited: awaited.get(measure.id) ?? [],
      here: [...(starts.get(measure.id) ?? []), ...(history.get(measure.id) ?? [])],
      elsewhere: history.get(measure.id) ?? [],
      parts: new Map(openReadings.map(({ id, authors, submittedBy }) => [id, { authors, submittedBy }])),
    };
  });
}

type OpenRow = { id: number; periodStart: string; revision: number; state: State } & {
  submitter: string | null;
  submittedAt: string | null;
  approver: string | null;
  approvedAt: string | null;
};

const onItsWay = ({ id, periodStart, revision, state, ...signed }: OpenRow): UnfinishedReading => ({
  id,
  periodStart,
  revision,
  state,
  holds: true,
  submitted: signature(signed.submitter, signed.submittedAt),
  approved: signature(signed.approver, signed.approvedAt),
});
