import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { submitterOf, systemOfVersion } from '@/db/facts/systems/sent-by-system';
import { measures, people, readings, readingVersions, services } from '@/db/schema';
import { figureWords } from '@/lib/figure/figure';
import { pageSize } from '@/lib/form/page-of-list';
import { covered } from '@/lib/measure/span';
import type { Person } from '@/lib/people/person';
import type { State } from '@/lib/reading/workflow';
import { readingHref } from '@/lib/release/measure-readiness';
import { label } from '@/lib/time/period';

export type OwnReading = {
  title: string;
  service: string;
  period: { label: string; range: string };
  /** The figure as shown, or the reason why there is none. */
  figure: string;
  correction: boolean;
  /** Since when it is in its state, as an ISO instant, and who brought it there; null where no person did. */
  since: string | null;
  by: string | null;
  href: string;
};
export type OwnCounts = Record<State, number>;

/** How many readings of their own measures a person has in each state; of each period the newest revision counts. */
export async function ownCounts(db: Database, who: Person): Promise<OwnCounts> {
  const counts: OwnCounts = { draft: 0, submitted: 0, returned: 0, approved: 0, published: 0 };
  const owned = newestOwned(who);
  if (!owned) return counts;
  const rows = await db
    .select({ state: readings.state, count: count() })
    .from(readings)
    .where(owned)
    .groupBy(readings.state);
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

/** A page of the readings of a person's own measures in a state, the latest period first. */
export async function ownReadings(
  db: Database,
  who: Person,
  { state, page }: { state: State; page: number },
): Promise<OwnReading[]> {
  const owned = newestOwned(who);
  if (!owned) return [];
  const rows = await db
    .select({
      title: measures.title,
      code: measures.code,
      frequency: measures.frequency,
      service: services.name,
      unit: measures.unit,
      decimals: measures.decimals,
      scale: measures.scale,
      digitsFollow: measures.digitsFollow,
      window: measures.window,
      startMonth: measures.startMonth,
      countedSince: measures.since,
      periodStart: readings.periodStart,
      revision: readings.revision,
      missing: readings.missing,
      value: readings.value,
      numerator: readings.numerator,
      denominator: readings.denominator,
      since: sinceOf[state],
      by: byName(state),
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .innerJoin(services, eq(services.id, measures.serviceId))
    .leftJoin(
      readingVersions,
      and(eq(readingVersions.readingId, readings.id), eq(readingVersions.version, readings.version)),
    )
    .leftJoin(people, eq(people.id, byOf[state]))
    .where(and(owned, eq(readings.state, state)))
    .orderBy(desc(readings.periodStart), asc(services.position), asc(measures.number))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return rows.map(({ title, code, service, periodStart, revision, since, by, frequency, ...facts }) => {
    const period = { frequency, start: periodStart };
    return {
      title,
      service,
      by,
      figure: figureWords(facts, facts),
      correction: revision > 0,
      period: { label: label(period), range: covered(period, { ...facts, since: facts.countedSince }) },
      since,
      href: readingHref(code, periodStart),
    };
  });
}

/** The newest revision of each period of the measures that a person owns; null where they own none. */
function newestOwned(who: Person): SQL | null {
  const owned = who.owns.map(({ measureId }) => measureId);
  if (owned.length === 0) return null;
  const newer = sql`exists (select 1 from ${readings} newer where newer.measure_id = ${readings.measureId}
    and newer.period_start = ${readings.periodStart} and newer.revision = ${readings.revision} + 1)`;
  return and(inArray(readings.measureId, owned), sql`not ${newer}`) as SQL;
}

const sinceOf = {
  draft: readingVersions.at,
  submitted: readings.submittedAt,
  returned: readings.returnedAt,
  approved: readings.approvedAt,
  published: readings.publishedAt,
} as const;
const byOf = {
  draft: readingVersions.authorId,
  submitted: readings.submittedBy,
  returned: readings.returnedBy,
  approved: readings.approvedBy,
  published: readings.approvedBy,
} as const;

/** The name of whoever brought a reading to its state: of a system, where one wrote or submitted it. */
function byName(state: State): SQL<string | null> {
  if (state === 'draft') return sql`coalesce(${systemOfVersion(readings.id, readings.version)}, ${people.name})`;
  return state === 'submitted' ? submitterOf(readings.id, people.name) : sql`${people.name}`;
}
