import { and, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Connection } from '@/db/connection/client';
import { noneOf } from '@/db/connection/written-out';
import { factsOf, type MeasureWithFacts } from '@/db/facts/measure-facts';
import { sha256 } from '@/db/hashing/sha256';
import { measures, outturns, people, readings, services } from '@/db/schema';
import { pick } from '@/lib/collection/pick';
import { canonical } from '@/lib/record/canonical';
import { latestYear, requiredInYear } from '@/lib/series/measure-year';
import type { OnItsWay } from '@/lib/year-end/open-words';
import { type Proposal, proposeOutturn } from '@/lib/year-end/proposal';

export type Contact = { name: string; email: string };
type OutturnRow = typeof outturns.$inferSelect;

/** A measure at the end of a year: what its readings propose, with whom what is open is, and what was entered. */
export type MeasureAtYearEnd = {
  measure: MeasureWithFacts;
  proposal: Proposal;
  /** With whom the first thing is that is not here yet. */
  contact: Contact | null;
  outturn: OutturnRow | null;
  /** The SHA-256 of the proposal and the readings that it rests on: a confirmation carries it as what the officer saw. */
  seen: string;
};

/**
 * The measures of a service that count on a day, or some by their ids, with what their latest finished years propose; or those that
 * lie so many years before them.
 */
export async function atYearEnd(
  db: Connection,
  which: { serviceId: number } | { measureIds: number[] },
  today: string,
  back = 0,
): Promise<MeasureAtYearEnd[]> {
  const facts = await factsOf(db, which, today, 'signed');
  const ids = facts.map(({ id }) => id);
  if (ids.length === 0) return [];
  const hands = await handsOf(db, ids);
  const open = await db
    .select({
      measureId: readings.measureId,
      start: readings.periodStart,
      revision: readings.revision,
      state: readings.state,
    })
    .from(readings)
    .where(and(inArray(readings.measureId, ids), noneOf(readings.state, 'approved', 'published')));
  const entered = await db.select().from(outturns).where(inArray(outturns.measureId, ids));
  return facts.map((measure) => {
    const year = latestYear(measure, today) - back;
    const { owner, head } = hands.get(measure.id) ?? { owner: null, head: null };
    const own = open.filter(({ measureId }) => measureId === measure.id);
    const holder = (state: string): Contact | null => (state === 'submitted' ? head : owner);
    const here = new Set(measure.periodsHere);
    const onItsWay: (OnItsWay & { contact: Contact | null })[] = [
      ...own.map(({ start, revision, state }) => ({ start, revision, ...held(holder(state), state) })),
      ...requiredInYear(measure, year)
        .filter(({ start }) => !here.has(start) && !own.some((reading) => reading.start === start))
        .map(({ start }) => ({ start, revision: 0, ...held(owner, 'draft') })),
    ];
    const proposal = proposeOutturn(measure, year, onItsWay);
    return {
      measure,
      proposal,
      contact: contactFor(measure, year, onItsWay),
      outturn: entered.find((row) => row.measureId === measure.id && row.year === year) ?? null,
      seen: sha256(canonical({ proposal, readings: groundOf(measure, year) })),
    };
  });
}

/** Whoever holds a reading, in words: a submitted one waits for its head of service. */
const held = (contact: Contact | null, state: string): { contact: Contact | null; person: string | null } => ({
  contact,
  person: contact && (state === 'submitted' ? `${contact.name} for approval` : contact.name),
});

function contactFor(
  measure: MeasureWithFacts,
  year: number,
  onItsWay: (OnItsWay & { contact: Contact | null })[],
): Contact | null {
  const starts = requiredInYear(measure, year).map(({ start }) => start);
  const first = starts.flatMap((start) => onItsWay.find((each) => each.start === start) ?? [])[0];
  return first?.contact ?? null;
}

const signedFields = ['id', 'revision', 'value', 'numerator', 'denominator', 'missing', 'provisional'] as const;

/** The readings of a year as a confirmation rests on them, in order. */
function groundOf(measure: MeasureWithFacts, year: number) {
  const starts = new Set(requiredInYear(measure, year).map(({ start }) => start));
  return measure.readings
    .filter(({ periodStart }) => starts.has(periodStart))
    .map((reading) => ({ start: reading.periodStart, ...pick(reading, signedFields) }));
}

type Hands = { owner: Contact | null; head: Contact | null };

/** The data owner of each measure, and the head of its service. */
async function handsOf(db: Connection, measureIds: number[]): Promise<Map<number, Hands>> {
  const [owner, head] = [alias(people, 'owner'), alias(people, 'head')];
  const rows = await db
    .select({
      id: measures.id,
      owner: { name: owner.name, email: owner.email },
      head: { name: head.name, email: head.email },
    })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .leftJoin(owner, eq(owner.id, measures.ownerId))
    .leftJoin(head, eq(head.id, services.headId))
    .where(inArray(measures.id, measureIds));
  return new Map(rows.map(({ id, ...hands }) => [id, hands]));
}
