import { inArray, or } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { type MeasureStanding, standings } from '@/db/facts/work-under-way';
import { unclosedYears } from '@/db/facts/year-end/unclosed-years';
import { exceptionsWaitingFor } from '@/db/queries/disclosure/waiting-exceptions';
import { historyWaitingFor } from '@/db/queries/elsewhere/waiting-history';
import { releaseOrder, releasesFor } from '@/db/queries/release/release-list';
import { measures } from '@/db/schema';
import { historyElsewhereHref, historySize } from '@/lib/elsewhere/confirming-history';
import { entriesOn } from '@/lib/form/page-of-list';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { headsService } from '@/lib/people/who-acts-as-head';
import { refusal } from '@/lib/reading/workflow';
import { dueWords, readingHref, scheduleWith } from '@/lib/release/measure-readiness';
import { endedPeriods, readingDue } from '@/lib/status/data-status';
import { dueDate } from '@/lib/status/due-date';
import { numberOf } from '@/lib/text/number-in-words';
import { daysBetween, label, name, type Period, range } from '@/lib/time/period';

export type WorkItem = {
  kind: 'due' | 'overdue' | 'returned' | 'draft' | 'review' | 'history' | 'exception' | 'release' | 'year_end';
  title: string;
  service: string;
  /** The measure's code; the service's slug for a release. */
  code: string;
  period: { start: string; label: string; range: string } | null;
  due: string | null;
  daysLate: number;
  sentence: string;
  href: string;
};
type Work = {
  items: WorkItem[];
  /** How many items there are, on all pages. */
  total: number;
};

/** Something that awaits a person, by the day on which it is due; its words are made where it is shown. */
type Waiting = { due: string | null; item: () => WorkItem } | { due: null; release: string };

const mostPeriods = 36;

/** What awaits a person, oldest due first: a page of it where one is named, else all. */
export async function workOf(db: Database, who: Person, today: string, page?: number): Promise<Work> {
  const services = [...who.heads, ...who.deputises.map(({ serviceId }) => serviceId)].filter((id) =>
    headsService(who, id, today),
  );
  const owned = who.owns.map(({ measureId }) => measureId);
  const theirs = or(
    owned.length > 0 ? inArray(measures.id, owned) : undefined,
    services.length > 0 ? inArray(measures.serviceId, services) : undefined,
  );
  const all = theirs ? await standings(db, theirs, today) : [];
  const waiting: Waiting[] = [
    ...all.filter(({ measureId }) => owned.includes(measureId)).flatMap((standing) => toWrite(standing, today)),
    ...all.flatMap((standing) => toReview(standing, who, today)),
    ...(await toConfirm(db, who, services)).map(asItIs),
    ...(await exceptionsWaitingFor(db, who, services)).map(asItIs),
    ...((await releaseOrder(db, who)) ?? []).map((release) => ({ due: null, release })),
    ...(may(who, 'close_year') ? await toClose(db, today) : []).map(asItIs),
  ];
  const late = '9999';
  const ordered = waiting.toSorted((a, b) => (a.due ?? late).localeCompare(b.due ?? late));
  const shown = page === undefined ? ordered : entriesOn(ordered, page);
  const slugs = shown.flatMap((entry) => ('release' in entry ? [entry.release] : []));
  const releases = await toRelease(db, who, today, slugs);
  return {
    items: shown.flatMap((entry) => ('item' in entry ? entry.item() : (releases.get(entry.release) ?? []))),
    total: ordered.length,
  };
}

const asItIs = (item: WorkItem): Waiting => ({ due: item.due, item: () => item });

function waitingFor(
  { measure, service }: MeasureStanding,
  start: string,
  today: string,
  wordsFor: (period: Period) => Pick<WorkItem, 'kind' | 'sentence' | 'href'>,
): Waiting {
  const period: Period = { frequency: measure.frequency, start };
  const due = dueDate(period, measure.lagDays);
  const item = (): WorkItem => ({
    title: measure.title,
    service: service.name,
    code: measure.code,
    period: { start, label: label(period), range: range(period) },
    due,
    daysLate: Math.max(0, daysBetween(due, today)),
    ...wordsFor(period),
  });
  return { due, item };
}

/** The readings that an owner has to write: begun, returned, due and overdue. */
function toWrite(standing: MeasureStanding, today: string): Waiting[] {
  const { measure, open, here } = standing;
  const began = new Map(open.map((reading) => [reading.periodStart, reading]));
  const href = (start: string) => readingHref(measure.code, start);
  const begun = open.flatMap(({ periodStart, state, revision }) => {
    if (state !== 'draft' && state !== 'returned') return [];
    const what = revision > 0 ? 'The correction of ' : '';
    return waitingFor(standing, periodStart, today, (period) => ({
      kind: state,
      sentence:
        state === 'returned'
          ? `${what}${name(period)} was returned to you: see why, and submit it again.`
          : revision > 0
            ? `${what}${name(period)} is begun, and not submitted yet.`
            : `${name(period)} is begun; it ${dueWords(period, measure.lagDays, today)}.`,
      href: href(periodStart),
    }));
  });
  const missing = endedPeriods(scheduleWith(measure, here), today, mostPeriods)
    .filter(({ start }) => !began.has(start) && !here.includes(start))
    .map(({ start }) =>
      waitingFor(standing, start, today, (period) => ({
        kind: readingDue(period, measure.lagDays, today) === 'overdue' ? 'overdue' : 'due',
        sentence: `${name(period)} ${dueWords(period, measure.lagDays, today)}.`,
        href: href(start),
      })),
    );
  return [...begun, ...missing];
}

/** The readings that wait for a head of service or a deputy, and that they may review. */
function toReview(standing: MeasureStanding, who: Person, today: string): Waiting[] {
  const { open, measure, measureId, serviceId, parts } = standing;
  return open
    .filter(({ id, state }) => {
      const facts = { measureId, serviceId, state, ended: true, authors: [], submittedBy: null, ...parts.get(id) };
      return refusal(who, 'approve', facts, today) === null;
    })
    .map(({ id, periodStart, revision }) =>
      waitingFor(standing, periodStart, today, (period) => ({
        kind: 'review',
        sentence: `${revision > 0 ? 'The correction of ' : ''}${name(period)} waits for your review; it ${dueWords(period, measure.lagDays, today)}.`,
        href: `/reviews/${id}`,
      })),
    );
}

/** What was published elsewhere and waits for a head or a deputy. */
async function toConfirm(db: Database, who: Person, serviceIds: number[]): Promise<WorkItem[]> {
  return (await historyWaitingFor(db, who, serviceIds)).map(({ id, slug, name: service, ...size }) => ({
    kind: 'history',
    title: `${historySize(size)}, published elsewhere`,
    service,
    code: slug,
    sentence: `${size.figures === 1 ? 'It waits' : 'They wait'} for your confirmation, before the first edition.`,
    href: `${historyElsewhereHref(slug)}?batch=${id}`,
    period: null,
    due: null,
    daysLate: 0,
  }));
}

/** The services of some addresses with their next editions, by address. */
async function toRelease(db: Database, who: Person, today: string, slugs: string[]): Promise<Map<string, WorkItem>> {
  const items = ((await releasesFor(db, who, today, slugs)) ?? []).map(
    ({ service, sentence, href }): WorkItem => ({
      kind: 'release',
      title: service.name,
      service: service.name,
      code: service.slug,
      sentence,
      href,
      period: null,
      due: null,
      daysLate: 0,
    }),
  );
  return new Map(items.map((item) => [item.code, item]));
}

/** The services in which a year that is over waits to be closed. */
async function toClose(db: Database, today: string): Promise<WorkItem[]> {
  return (await unclosedYears(db, today)).map(({ slug, name: service, year, open }) => ({
    kind: 'year_end',
    title: `${year} of ${service}`,
    service: `${year} of ${service}`,
    code: slug,
    sentence: `${year} is over: ${numberOf(open, 'measure')} not closed yet.`,
    href: `/settings/year-end/${slug}`,
    period: null,
    due: null,
    daysLate: 0,
  }));
}
