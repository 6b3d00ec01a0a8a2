import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { type MeasureStanding, standings } from '@/db/facts/standing';
import { measures, readings } from '@/db/schema';
import { headsService, isPerformanceOfficer, type Person } from '@/lib/people/person';
import { oldestAsked, type PunctualMonth, punctuality } from '@/lib/status/punctuality';
import { readinessRows } from '@/lib/status/readiness';

/** The readings of a service that are late, and by how many days the longest is. */
export type LateService = { slug: string; name: string; late: number; waiting: number; longest: number };

/** What officers and heads see of the services that they answer for. */
export type ServicesAtWork = { services: LateService[]; months: PunctualMonth[] };

/** What is late and what came on time in the services that a person answers for; null for whoever answers for none. */
export async function servicesAtWork(db: Database, who: Person, today: string): Promise<ServicesAtWork | null> {
  const theirs = answersFor(who, today);
  if (theirs !== 'all' && theirs.length === 0) return null;
  const which = theirs === 'all' ? isNotNull(measures.serviceId) : inArray(measures.serviceId, theirs);
  const all = await standings(db, which, today);
  const bySlug = new Map<string, MeasureStanding[]>();
  for (const each of all) bySlug.set(each.service.slug, [...(bySlug.get(each.service.slug) ?? []), each]);
  return {
    services: [...bySlug.values()].map((own) => lateService(own, today)),
    months: punctuality(await submissions(db, all, today), today),
  };
}

/** The services whose lateness a person sees: all for the performance officer, else those that they head or write for. */
function answersFor(who: Person, today: string): 'all' | number[] {
  if (isPerformanceOfficer(who)) return 'all';
  const posts = [...who.heads, ...who.deputises.map(({ serviceId }) => serviceId)];
  const headed = posts.filter((id) => headsService(who, id, today));
  return [...new Set([...headed, ...who.owns.map(({ serviceId }) => serviceId)])];
}

function lateService(own: MeasureStanding[], today: string): LateService {
  const rows = own.flatMap((standing) => readinessRows(standing, today));
  const { slug, name } = (own[0] as MeasureStanding).service;
  return {
    slug,
    name,
    late: rows.filter(({ daysLate }) => daysLate > 0).length,
    waiting: rows.filter(({ state }) => state === 'submitted').length,
    longest: Math.max(0, ...rows.map(({ daysLate }) => daysLate)),
  };
}

/** When the readings that fell due within the last twelve months were submitted; older ones are not looked at. */
async function submissions(db: Database, all: MeasureStanding[], today: string) {
  const since = oldestAsked(all, today);
  const ids = all.map(({ measureId }) => measureId);
  const found =
    since === null
      ? []
      : await db
          .select({ measureId: readings.measureId, start: readings.periodStart, at: readings.submittedAt })
          .from(readings)
          .where(
            and(
              inArray(readings.measureId, ids),
              gte(readings.periodStart, since),
              eq(readings.revision, 0),
              inArray(readings.state, ['submitted', 'approved', 'published']),
            ),
          );
  const byMeasure = new Map(ids.map((id) => [id, new Map<string, string>()]));
  for (const { measureId, start, at } of found)
    if (at) byMeasure.get(measureId)?.set(start, new Date(at).toISOString());
  return all.map(({ measureId, measure }) => ({ measure, submitted: byMeasure.get(measureId) ?? new Map() }));
}
