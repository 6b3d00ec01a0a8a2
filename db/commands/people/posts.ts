import { and, eq, gte, inArray, or } from 'drizzle-orm';
import { dayOf, type Party } from '@/db/commands/road/acting';
import { endSessionsOf } from '@/db/commands/sign-in/sessions';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { deputies, invitations, measures, people, roles, services } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { addDays } from '@/lib/time/period';
import { outdated } from './changed-meanwhile';
import { changePerson, eventOf, type Whom } from './person-scene';
import { nameOfHolder, recordHead, recordOwner } from './post-events';
import { changeHead, changeOwner, type Holder } from './post-scene';
import { keepAnAdministrator } from './role-change';

type Ownership = { code: string } & Holder;

/** Names the data owner of a measure, or with null nobody. */
export function nameOwner(db: Database, party: Party, ownership: Ownership): Promise<string> {
  const { code } = ownership;
  return changeOwner(db, party, { code, holder: ownership }, async (tx, owner, measure) => {
    await nameOwnerInto(tx, party, measure, owner);
    return `${owner?.name ?? 'Nobody'} owns ${measure.code}, ${measure.title}.`;
  });
}

type Named = { id: number; name: string } | null;

/** Names the data owner of a measure inside the transaction of a change. */
export async function nameOwnerInto(
  tx: Transaction,
  party: Party,
  measure: { id: number; serviceId: number; code: string; ownerId: number | null },
  owner: Named,
): Promise<void> {
  await tx
    .update(measures)
    .set({ ownerId: owner?.id ?? null })
    .where(eq(measures.id, measure.id));
  const was = await nameOfHolder(tx, measure.ownerId);
  await recordOwner(tx, party, measure, { owner: owner?.name ?? null, was });
}

/** Names the head of a service inside the transaction of a change. */
export async function nameHeadInto(
  tx: Transaction,
  party: Party,
  service: { id: number; headId: number | null },
  head: Named,
): Promise<void> {
  await tx
    .update(services)
    .set({ headId: head?.id ?? null })
    .where(eq(services.id, service.id));
  const was = await nameOfHolder(tx, service.headId);
  await recordHead(tx, party, service.id, { head: head?.name ?? null, was });
}

/** `seen` is the head whom a form showed when it was opened; undefined at the command line, which shows none. */
type Headship = { service: string; seen?: number | null } & Holder;

/** Names the head of a service, or with null nobody; deputies of the head before act no more. */
export function nameHead(db: Database, party: Party, headship: Headship): Promise<string> {
  const { service: slug, seen } = headship;
  return changeHead(db, party, { service: slug, holder: headship }, async (tx, head, service) => {
    if (seen !== undefined && seen !== service.headId)
      throw await outdated(tx, { subject: 'service', id: service.id, kinds: ['head_named'] });
    if (seen !== undefined && seen === (head?.id ?? null))
      throw new Refused(`${head?.name ?? 'Nobody'} heads ${service.name} already: there is nothing to save.`);
    await nameHeadInto(tx, party, service, head);
    return `${head?.name ?? 'Nobody'} heads ${service.name}.`;
  });
}

/**
 * Somebody stops being one of us: signed out everywhere at once, without roles, posts or invitations. The last administrator
 * stays.
 */
export function leave(db: Database, party: Party, whom: Whom): Promise<string> {
  const { who, at } = party;
  return changePerson(db, party, { whom, step: 'leave' }, async (tx, person) => {
    const { id, name } = person;
    await tx.update(people).set({ leftAt: at, passwordHash: null }).where(eq(people.id, id));
    const held = await tx.delete(roles).where(eq(roles.personId, id)).returning({ role: roles.role });
    if (held.some(({ role }) => role === 'administrator')) await keepAnAdministrator(tx, person);
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
    for (const service of headed.sort((a, b) => a.id - b.id))
      await recordHead(tx, party, service.id, { head: null, was: name });
    for (const measure of owned.sort((a, b) => a.serviceId - b.serviceId || a.id - b.id))
      await recordOwner(tx, party, measure, { owner: null, was: name });
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
