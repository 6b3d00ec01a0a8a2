import { and, eq, gte, inArray, or } from 'drizzle-orm';
import { dayOf, type Party } from '@/db/commands/road/acting';
import { endSessionsOf } from '@/db/commands/sign-in/sessions';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { deputies, invitations, measures, people, roles, services } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { isDay } from '@/lib/time/instant';
import { addDays, formatDate } from '@/lib/time/period';
import { changePerson, eventOf } from './person-scene';
import { changeDeputy, changeHead, changeOwner } from './post-scene';

type Ownership = { code: string; email: string | null };

/** Names the data owner of a measure, or with null nobody. */
export function nameOwner(db: Database, party: Party, asked: Ownership): Promise<string> {
  return changeOwner(db, party, asked, async (tx, owner, measure) => {
    await tx
      .update(measures)
      .set({ ownerId: owner?.id ?? null })
      .where(eq(measures.id, measure.id));
    await recordOwner(tx, party, measure, owner?.name ?? null);
    return `${owner?.name ?? 'Nobody'} owns ${measure.code}, ${measure.title}.`;
  });
}

type Headship = { service: string; email: string | null };

/** Names the head of a service, or with null nobody; deputies of the head before act no more. */
export function nameHead(db: Database, party: Party, asked: Headship): Promise<string> {
  return changeHead(db, party, asked, async (tx, head, service) => {
    await tx
      .update(services)
      .set({ headId: head?.id ?? null })
      .where(eq(services.id, service.id));
    await recordHead(tx, party, service.id, head?.name ?? null);
    return `${head?.name ?? 'Nobody'} heads ${service.name}.`;
  });
}

type Span = { service: string; email: string; fromDay: string; untilDay: string };

/** Names a deputy for the head of a service from a day to a day, both included. */
export function nameDeputy(db: Database, party: Party, asked: Span): Promise<string> {
  const { service, email, fromDay, untilDay } = asked;
  const read = () => {
    if (!isDay(fromDay) || !isDay(untilDay)) throw new Refused('Write each day as 2018-08-17.');
    if (untilDay < fromDay) throw new Refused('A deputy’s last day cannot come before the first.');
  };
  return changeDeputy(db, party, { service, email, step: 'name_deputy', read }, async (tx, deputy, place) => {
    const { id, name, headId } = place;
    if (!headId) throw new Refused(`${name} has no head to deputise for.`);
    if (headId === deputy.id) throw new Refused(`${deputy.name} is the head, and cannot deputise for themselves.`);
    await tx.insert(deputies).values({ serviceId: id, headId, deputyId: deputy.id, fromDay, untilDay });
    await recordDeputy(tx, party, id, { deputy: deputy.name, fromDay, untilDay });
    return `${deputy.name} deputises in ${name} from ${formatDate(fromDay)} to ${formatDate(untilDay)}.`;
  });
}

/** Somebody stops being one of us: signed out everywhere at once, without roles, posts or invitations. */
export function leave(db: Database, party: Party, { email }: { email: string }): Promise<string> {
  const { who, at } = party;
  return changePerson(db, party, { email, step: 'leave' }, async (tx, { id, name }) => {
    await tx.update(people).set({ leftAt: at, passwordHash: null }).where(eq(people.id, id));
    const held = await tx.delete(roles).where(eq(roles.personId, id)).returning({ role: roles.role });
    await tx.update(invitations).set({ usedAt: at }).where(eq(invitations.personId, id));
    const headed = await tx
      .update(services)
      .set({ headId: null })
      .where(eq(services.headId, id))
      .returning({ id: services.id, name: services.name });
    const owned = await tx
      .update(measures)
      .set({ ownerId: null })
      .where(eq(measures.ownerId, id))
      .returning({ id: measures.id, code: measures.code, serviceId: measures.serviceId });
    await endDeputyships(tx, id, dayOf(party));
    const details = { name, roles: held.map(({ role }) => role).sort() };
    await endSessionsOf(tx, { personId: id, why: 'left', actorId: who, at });
    await record(tx, { ...eventOf(id, party), kind: 'person_left', details });
    // Service by service in one order, as each chain is locked when it is first written to.
    for (const service of headed.sort((a, b) => a.id - b.id)) await recordHead(tx, party, service.id, null);
    for (const measure of owned.sort((a, b) => a.serviceId - b.serviceId || a.id - b.id))
      await recordOwner(tx, party, measure, null);
    const vacant = [...headed.map((service) => service.name), ...owned.map(({ code }) => code)];
    return vacant.length === 0
      ? `${name} has left.`
      : `${name} has left. Without a head or an owner now: ${vacant.join(', ')}.`;
  });
}

/** Spans of this person as deputy, or on this person's word, end yesterday; those that had not begun are taken out. */
async function endDeputyships(tx: Transaction, personId: number, today: string): Promise<void> {
  const theirs = and(or(eq(deputies.deputyId, personId), eq(deputies.headId, personId)), gte(deputies.untilDay, today));
  const open = await tx.select({ id: deputies.id, fromDay: deputies.fromDay }).from(deputies).where(theirs);
  const begun = open.filter(({ fromDay }) => fromDay < today).map(({ id }) => id);
  const future = open.filter(({ fromDay }) => fromDay >= today).map(({ id }) => id);
  await tx
    .update(deputies)
    .set({ untilDay: addDays(today, -1) })
    .where(inArray(deputies.id, begun));
  await tx.delete(deputies).where(inArray(deputies.id, future));
}

type MeasureNamed = { id: number; serviceId: number; code: string };

const recordOwner = (
  tx: Transaction,
  { who, at }: Party,
  { id, serviceId, code }: MeasureNamed,
  owner: string | null,
) =>
  record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'owner_named',
    subject: 'measure',
    subjectId: id,
    details: { code, owner },
  });

const recordHead = (tx: Transaction, { who, at }: Party, serviceId: number, head: string | null) =>
  record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'head_named',
    subject: 'service',
    subjectId: serviceId,
    details: { head },
  });

const recordDeputy = (
  tx: Transaction,
  { who, at }: Party,
  serviceId: number,
  details: { deputy: string; fromDay: string; untilDay: string },
) =>
  record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'deputy_named',
    subject: 'service',
    subjectId: serviceId,
    details,
  });
