import { and, asc, desc, eq, inArray, min } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { atYearEnd, type Contact, type MeasureAtYearEnd } from '@/db/facts/year-end/at-year-end';
import { unclosedYears } from '@/db/facts/year-end/unclosed-years';
import { events, measures, people, services } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { announcedFor } from '@/lib/release/release-moment';
import { councilYear, yearLabel } from '@/lib/time/council-year';
import { formatDate, londonDay } from '@/lib/time/period';
import { type ClosableYear, closableYear, closableYears } from '@/lib/year-end/closable-years';
import { type Entered, type YearEndRow, yearEndRow } from '@/lib/year-end/year-end-row';

/** A row with whom one can write to, the fingerprint of what it shows, and who closed it when. */
export type ListedRow = YearEndRow & {
  contact: Contact | null;
  seen: string;
  closed: { by: string; on: string } | null;
};

export type YearEndPage = {
  service: { slug: string; name: string };
  /** The council year that is over, the one before it and the new one. */
  year: string;
  /** The year in which it began; and whether a later one is over by now. */
  startsIn: number;
  isLatest: boolean;
  /** The other years that can be closed, of those in which a measure was to be counted. */
  others: ClosableYear[];
  previousYear: string;
  newYear: string;
  rows: ListedRow[];
  /** Why nothing can be confirmed now; null where it can. */
  announced: string | null;
};

/**
 * A service's finished year as a performance officer closes it, the latest unless another is named by its first year; null where there
 * is none, and for everybody else.
 */
export async function yearEndPage(
  db: Database,
  who: Person,
  slug: string,
  today: string,
  named?: string | string[],
): Promise<YearEndPage | null> {
  if (!may(who, 'close_year')) return null;
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  const year = closableYear(today, named);
  if (!service || !year) return null;
  const { start, back } = year;
  const [first] = await db
    .select({ from: min(measures.requiredFrom) })
    .from(measures)
    .where(eq(measures.serviceId, service.id));
  const wasCounted = (each: ClosableYear) => (first?.from ?? today) < `${each.start + 1}-04-01`;
  const waiting = await waitingRelease(db, service.id);
  return {
    service: { slug, name: service.name },
    year: year.name,
    startsIn: start,
    isLatest: back === 0,
    others: closableYears(today).filter((each) => each.back !== back && wasCounted(each)),
    previousYear: yearLabel(start - 1),
    newYear: yearLabel(start + 1),
    rows: await rowsOf(db, who, service.id, { today, back, name: year.name }),
    announced: waiting ? announcedFor(waiting) : null,
  };
}

type OfYear = { today: string; back: number; name: string };

async function rowsOf(
  db: Database,
  who: Person,
  serviceId: number,
  { today, back, name }: OfYear,
): Promise<ListedRow[]> {
  const facts = await atYearEnd(db, { serviceId }, today, back);
  const closings = await closingsOf(
    db,
    facts.map(({ measure }) => measure.id),
  );
  return facts.map((fact) => {
    const closing = closings.find(
      ({ measureId, details }) => measureId === fact.measure.id && details.year === fact.proposal.name,
    );
    const by = closing ? (closing.actorId === who.id ? 'you' : (closing.name ?? 'somebody')) : null;
    const on = closing ? formatDate(londonDay(closing.at)) : null;
    const row = yearEndRow({
      measure: fact.measure,
      proposal: fact.proposal,
      entered: enteredOf(fact, { by, on, details: closing?.details ?? {} }),
      hasContact: fact.contact !== null,
      councilYear: name,
    });
    return { ...row, contact: fact.contact, seen: fact.seen, closed: by && on ? { by, on } : null };
  });
}

type Closing = { by: string | null; on: string | null; details: Record<string, unknown> };

function enteredOf({ outturn }: MeasureAtYearEnd, { by, on, details }: Closing): Entered | null {
  if (!outturn) return null;
  const { value, whyNone, whyProvisional, source } = outturn;
  const isProposed = typeof details.how === 'string' && details.how !== 'typed';
  const confirmed = isProposed && typeof details.stored === 'string' ? details.stored : null;
  return { value, whyNone, whyProvisional, source, by, on, confirmed };
}

/** Who entered the outturns of measures, the latest first. */
const closingsOf = (db: Database, measureIds: number[]) =>
  db
    .select({
      measureId: events.subjectId,
      details: events.details,
      at: events.at,
      actorId: events.actorId,
      name: people.name,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(eq(events.subject, 'measure'), inArray(events.subjectId, measureIds), eq(events.kind, 'outturn_set')))
    .orderBy(desc(events.id));

export type UnclosedService = Awaited<ReturnType<typeof unclosedYears>>[number];

/** The services with a year that waits to be closed, for who closes it; none for everybody else. */
export const unclosedFor = async (db: Database, who: Person, today: string): Promise<UnclosedService[]> =>
  may(who, 'close_year') ? unclosedYears(db, today) : [];

export type YearEndList = {
  year: string;
  services: { slug: string; name: string; closed: number; certain: number; need: number; waits: boolean }[];
};

/** Every service with how far its latest finished year is closed, for the performance officer; null for everybody else. */
export async function yearEndList(db: Database, who: Person, today: string): Promise<YearEndList | null> {
  if (!may(who, 'close_year')) return null;
  const places = await db.select().from(services).orderBy(asc(services.position), asc(services.id));
  const unclosed = await unclosedYears(db, today);
  const year = yearLabel(councilYear(today).start - 1);
  const list: YearEndList['services'] = [];
  for (const { id, slug, name } of places) {
    const rows = await rowsOf(db, who, id, { today, back: 0, name: year });
    const count = (wanted: YearEndRow['group']) => rows.filter(({ group }) => group === wanted).length;
    list.push({
      slug,
      name,
      closed: count('closed'),
      certain: count('certain'),
      need: count('need'),
      waits: unclosed.some((service) => service.slug === slug),
    });
  }
  return { year, services: list };
}
