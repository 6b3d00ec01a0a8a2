import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { type MeasureStanding, standings } from '@/db/facts/work-under-way';
import { measures, readings } from '@/db/schema';
import { grouped } from '@/lib/collection/grouped';
import { isPerformanceOfficer, type Person } from '@/lib/people/person';
import { servicesByPost } from '@/lib/people/who-acts-as-head';
import { readinessRows } from '@/lib/release/measure-readiness';
import { oldestCountedStart, type PunctualMonth, punctuality } from '@/lib/status/punctuality';

/** The readings of a service that are late, and by how many days the longest is. */
export type LateService = { slug: string; name: string; late: number; waiting: number; longest: number };

/** What officers and heads see of the services that they answer for. */
export type ServicesAtWork = {
  services: LateService[];
  months: PunctualMonth[];
  /** Whether some of the readings were invented for a demonstration, and so was when they came. */
  invented: boolean;
};

/** What is late and what came on time in the services that a person answers for; null for a person who answers for none. */
export async function servicesAtWork(db: Database, who: Person, today: string): Promise<ServicesAtWork | null> {
  const serviceIds = servicesByPost(who, today);
  if (!isPerformanceOfficer(who) && serviceIds.length === 0) return null;
  const which = isPerformanceOfficer(who) ? isNotNull(measures.serviceId) : inArray(measures.serviceId, serviceIds);
  const all = await standings(db, which, today);
  const bySlug = grouped(all, ({ service }) => service.slug);
  const revisions = await readingsSince(db, all, oldestCountedStart(all, today));
  return {
    services: [...bySlug.values()].map((ofService) => lateService(ofService, today)),
    months: punctuality(submissions(all, revisions), today),
    invented: revisions.some(({ illustrative }) => illustrative),
  };
}

function lateService(ofService: MeasureStanding[], today: string): LateService {
  const rows = ofService.flatMap((standing) => readinessRows(standing, today));
  const { slug, name } = (ofService[0] as MeasureStanding).service;
  return {
    slug,
    name,
    late: rows.filter(({ daysLate }) => daysLate > 0).length,
    waiting: rows.filter(({ state }) => state === 'submitted').length,
    longest: Math.max(0, ...rows.map(({ daysLate }) => daysLate)),
  };
}

type FirstRevision = { measureId: number; start: string; at: string | null; illustrative: boolean };

/** The first revisions of readings since a day that have been submitted; older ones are not looked at. */
async function readingsSince(db: Database, all: MeasureStanding[], since: string | null): Promise<FirstRevision[]> {
  if (since === null) return [];
  const measureIds = all.map(({ measureId }) => measureId);
  return db
    .select({
      measureId: readings.measureId,
      start: readings.periodStart,
      at: readings.submittedAt,
      illustrative: readings.illustrative,
    })
    .from(readings)
    .where(
      and(
        inArray(readings.measureId, measureIds),
        gte(readings.periodStart, since),
        eq(readings.revision, 0),
        oneOf(readings.state, 'submitted', 'approved', 'published'),
      ),
    );
}

/** Each measure with when its readings were submitted, by the first day of their period. */
function submissions(all: MeasureStanding[], revisions: FirstRevision[]) {
  const byMeasure = new Map(all.map(({ measureId }) => [measureId, new Map<string, string>()]));
  for (const { measureId, start, at } of revisions) if (at) byMeasure.get(measureId)?.set(start, at);
  return all.map(({ measureId, measure, elsewhere = [] }) => ({
    measure,
    elsewhere,
    submitted: byMeasure.get(measureId) ?? new Map(),
  }));
}
