import { and, desc, eq, notInArray } from 'drizzle-orm';
import type { FrozenRow } from '@/lib/edition';
import { councilYear, endOf, label } from '@/lib/period';
import { isPerformanceOfficer, type Person, worksFor } from '@/lib/person';
import { publishedReading } from '@/lib/published-reading';
import { freezeMeasure, type MeasureSheet } from '@/lib/sheet';
import type { TrendReading } from '@/lib/trend-of';
import type { State } from '@/lib/workflow';
import type { Database } from '../client';
import { factsOf } from '../measure-facts';
import { recordsOf } from '../reading-facts';
import { measurePlace } from '../reading-record';
import { readings } from '../schema';

export type MeasureWork = {
  service: { slug: string; name: string };
  /** The row and the sheet as the next edition would have them. */
  row: FrozenRow;
  sheet: MeasureSheet;
  /** The newest of each of the last periods, whatever its state, newest first. */
  readings: TrendReading[];
  /** For a performance officer: where a new baseline may begin, where one does, and why ranges are screened; null for others. */
  baselines: { periods: Choice[]; rebases: (Choice & { reason: string })[]; screening: string | null } | null;
};
type Choice = { start: string; label: string };

const unpublishedWords: Record<Exclude<State, 'published'>, string> = {
  draft: 'a draft',
  submitted: 'submitted, waiting for approval',
  returned: 'returned to its owner',
  approved: 'approved, waiting for the next edition',
};

/** A measure as its people see it, with what is not published yet; null where there is none or it may not be seen. */
export async function measurePage(db: Database, who: Person, code: string, today: string): Promise<MeasureWork | null> {
  const place = await measurePlace(db, { code });
  if (!place || !worksFor(who, place.service.id, today)) return null;
  const { measure, service } = place;
  const [record] = await factsOf(db, { measureId: measure.id }, today, 'signed');
  if (!record) return null;
  const { row, sheet } = freezeMeasure(record, { asAt: today, comparisonStart: councilYear(today).start - 1 });

  const open = await db
    .select({ id: readings.id })
    .from(readings)
    .where(and(eq(readings.measureId, measure.id), notInArray(readings.state, ['approved', 'published'])))
    .orderBy(desc(readings.periodStart));
  const begun = await recordsOf(
    db,
    open.map(({ id }) => id),
  );
  const all = [...record.readings, ...(begun.get(measure.id) ?? [])].map((reading): TrendReading => {
    const told = publishedReading(record, reading);
    const state = reading.state as State;
    return state === 'published' ? told : { ...told, unpublished: unpublishedWords[state] };
  });
  // What is begun stands in the place of what it corrects.
  const newest = new Map(all.map((reading) => [reading.start, reading]));
  const period = (start: string) => ({ frequency: measure.frequency, start });
  const choice = (start: string): Choice => ({ start, label: label(period(start)) });
  const counted = record.readings.filter((reading) => endOf(period(reading.periodStart)) < today);
  const rebased = new Set(record.rebases.map(({ start }) => start));
  return {
    service: { slug: service.slug, name: service.name },
    ...{ row, sheet },
    readings: [...newest.values()].sort((a, b) => b.start.localeCompare(a.start)),
    baselines: isPerformanceOfficer(who)
      ? {
          periods: counted
            .slice(0, -1)
            .map(({ periodStart }) => choice(periodStart))
            .filter(({ start }) => !rebased.has(start)),
          rebases: record.rebases.map(({ start, reason }) => ({ ...choice(start), reason })),
          screening: record.screeningReason ?? null,
        }
      : null,
  };
}
