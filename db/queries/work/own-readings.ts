import { and, asc, count, desc, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/db/connection/client';
import { noneOf, oneOf } from '@/db/connection/written-out';
import { signed } from '@/db/facts/periods/counted-readings';
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
  const owned = who.owns.map(({ measureId }) => measureId);
  if (owned.length === 0) return counts;
  // What is open of a period is its newest revision: it is read off one index, and off another of which periods something is published.
  const open = await db
    .select({ state: readings.state, count: count() })
    .from(readings)
    .where(and(inArray(readings.measureId, owned), noneOf(readings.state, 'published')))
    .groupBy(readings.state);
  for (const row of open) counts[row.state] = row.count;
  const opened = alias(readings, 'opened');
  const onTheWay = db
    .select({ one: sql`1` })
    .from(opened)
    .where(
      and(
        eq(opened.measureId, readings.measureId),
        eq(opened.periodStart, readings.periodStart),
        noneOf(opened.state, 'published'),
      ),
    );
  const periods = db
    .selectDistinct({ measureId: readings.measureId, periodStart: readings.periodStart })
    .from(readings)
    .where(and(inArray(readings.measureId, owned), signed, notExists(onTheWay)));
  return { ...counts, published: await db.$count(periods.as('periods')) };
}

/** A page of the readings of a person's own measures in a state, the latest period first. */
export async function ownReadings(
  db: Database,
  who: Person,
  { state, page }: { state: State; page: number },
): Promise<OwnReading[]> {
  const owned = who.owns.map(({ measureId }) => measureId);
  if (owned.length === 0) return [];
  // Of each measure no more than the page can show are looked at, however long its history.
  const latest = db
    .select({ id: readings.id })
    .from(readings)
    .where(and(eq(readings.measureId, measures.id), oneOf(readings.state, state), isNewest))
    .orderBy(desc(readings.periodStart))
    .limit(page * pageSize)
    .as('latest');
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
    .from(measures)
    .innerJoinLateral(latest, sql`true`)
    .innerJoin(readings, eq(readings.id, latest.id))
    .innerJoin(services, eq(services.id, measures.serviceId))
    .leftJoin(
      readingVersions,
      and(eq(readingVersions.readingId, readings.id), eq(readingVersions.version, readings.version)),
    )
    .leftJoin(people, eq(people.id, byOf[state]))
    .where(inArray(measures.id, owned))
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

/** That no later revision of the same period is there. */
const isNewest = sql`not exists (select 1 from ${readings} newer where newer.measure_id = ${readings.measureId}
  and newer.period_start = ${readings.periodStart} and newer.revision = ${readings.revision} + 1)`;

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
