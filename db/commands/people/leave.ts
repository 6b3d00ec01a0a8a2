import { and, eq, gte, inArray, or } from 'drizzle-orm';
import { dayOf, type Party } from '@/db/commands/road/who-and-when';
import { endSessionsOf } from '@/db/commands/sign-in/sessions';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { deputies, invitations, measures, people, roles, services } from '@/db/schema';
import { addDays } from '@/lib/time/period';
import { changePerson, eventOf, type Whom } from './person-scene';
import { recordHead, recordOwner } from './post-events';
import { keepAnAdministrator } from './role-change';
import { endSystemsOf, recordSystemEnd } from './systems-ended';

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
    // Before any measure is locked: what a system sends at this moment holds its token first, and its measure then.
    const silenced = await endSystemsOf(tx, id, party);
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
    for (const system of silenced) await recordSystemEnd(tx, party, system, `${name}, who answered for it, has left`);
    // Service by service in one order, as each chain is locked when it is first written to.
    for (const service of headed.sort((a, b) => a.id - b.id))
      await recordHead(tx, party, service.id, { head: null, was: name });
    for (const measure of owned.sort((a, b) => a.serviceId - b.serviceId || a.id - b.id))
      await recordOwner(tx, party, measure, { owner: null, was: name });
    const vacant = [...headed.map((service) => service.name), ...owned.map(({ code }) => code)];
    return [
      `${name} has left.`,
      ...(vacant.length > 0 ? [`Without a head or an owner now: ${vacant.join(', ')}.`] : []),
      ...(silenced.length > 0
        ? [`Sends no readings any more: ${silenced.map((system) => system.name).join(', ')}.`]
        : []),
    ].join(' ');
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
