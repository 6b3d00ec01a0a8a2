import { and, asc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { addMonths, periodContaining, shift } from '@/lib/period';
import type { OpenReading, Standing } from '@/lib/readiness';
import type { State } from '@/lib/workflow';
import type { Connection } from './client';
import { countsOn } from './retirements';
import { measures, readings, services } from './schema';

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
export async function standings(db: Connection, condition: SQL, today: string): Promise<MeasureStanding[]> {
  const since = addMonths(today, -monthsBack);
  const rows = await db
    .select({ measure: measures, slug: services.slug, name: services.name })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where(and(condition, countsOn(today)))
    .orderBy(asc(services.position), asc(measures.number));
  const ids = rows.map(({ measure }) => measure.id);
  if (ids.length === 0) return [];
  const open = await db
    .select({
      ...{ id: readings.id, measureId: readings.measureId, periodStart: readings.periodStart, state: readings.state },
      ...{ revision: readings.revision, authors: readings.authors, submittedBy: readings.submittedBy },
    })
    .from(readings)
    .where(and(inArray(readings.measureId, ids), ne(readings.state, 'published')));
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
  return rows.map(({ measure, slug, name }) => {
    const own = open.filter(({ measureId }) => measureId === measure.id);
    const first = shift(periodContaining(since, measure), 1).start;
    return {
      ...{ measureId: measure.id, serviceId: measure.serviceId, service: { slug, name }, ownerId: measure.ownerId },
      measure: { ...measure, requiredFrom: [measure.requiredFrom, first].sort()[1] as string },
      open: own.map(({ id, periodStart, state, revision }): OpenReading => onItsWay(id, periodStart, revision, state)),
      here: starts.get(measure.id) ?? [],
      parts: new Map(own.map(({ id, authors, submittedBy }) => [id, { authors, submittedBy }])),
    };
  });
}

const onItsWay = (id: number, periodStart: string, revision: number, state: State): OpenReading => ({
  ...{ id, periodStart, revision, state, holds: true },
});
