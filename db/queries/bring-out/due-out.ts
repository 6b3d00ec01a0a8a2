import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { measures, readings, services } from '@/db/schema';
import { type DueMeasure, dueRows } from '@/lib/bring-out/due-rows';
import { grouped } from '@/lib/collection/grouped';
import type { Person } from '@/lib/people/person';
import { measuresFor, type OutQuestion } from './council-out';

/** The readings that are due by the end of this month and not here, of the measures that go out to somebody; null for nobody's. */
export async function dueOut(db: Database, who: Person, question: OutQuestion) {
  const chosen = await measuresFor(db, who, question);
  if (!chosen) return null;
  const rows = await db
    .select({ measure: measures })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where(chosen.measures)
    .orderBy(asc(services.position), asc(services.id), asc(measures.number));
  const ids = rows.map(({ measure }) => measure.id);
  // Nobody waits any more for a figure that its owner has sent on its way.
  const isHere = and(inArray(readings.measureId, ids), noneOf(readings.state, 'draft', 'returned'));
  const here = grouped(
    ids.length === 0
      ? []
      : await db
          .select({ measureId: readings.measureId, start: readings.periodStart, until: readings.expectedOn })
          .from(readings)
          .where(isHere),
    ({ measureId }) => measureId,
  );
  return dueRows(
    rows.map(({ measure }): DueMeasure => {
      const { code, title, frequency, startMonth, lagDays, requiredFrom, retiredOn } = measure;
      const periods = here.get(measure.id) ?? [];
      const awaited = periods.flatMap(({ start, until }) => (until === null ? [] : [{ start, until }]));
      return {
        code,
        title,
        frequency,
        startMonth,
        lagDays,
        requiredFrom,
        retiredOn,
        here: periods.map(({ start }) => start),
        awaited,
      };
    }),
    question.today,
  );
}
