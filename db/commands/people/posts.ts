import { and, eq, gte, inArray, or } from 'drizzle-orm';
import { endSessionsOf } from '@/db/commands/sign-in/sessions';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { deputies, invitations, measures, people, roles, services } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { isDay } from '@/lib/time/instant';
import { addDays, formatDate, londonDay } from '@/lib/time/period';
import { about, type By, managing, present } from './people';

/** Names the data owner of a measure, or with null nobody. */
export function nameOwner(db: Database, by: By, { code, email }: { code: string; email: string | null }) {
  return managing(db, by, async (tx) => {
    const owner = email === null ? null : await present(tx, email);
    const [measure] = await tx
      .update(measures)
      .set({ ownerId: owner?.id ?? null })
      .where(eq(measures.code, code))
      .returning({ id: measures.id, serviceId: measures.serviceId, title: measures.title });
    if (!measure) throw new Refused(`There is no measure “${code}”.`);
    await recordOwner(tx, by, { ...measure, code }, owner?.name ?? null);
    return `${owner?.name ?? 'Nobody'} owns ${code}, ${measure.title}.`;
  });
}

/** Names the head of a service, or with null nobody; deputies of the head before act no more. */
export function nameHead(db: Database, by: By, { service, email }: { service: string; email: string | null }) {
  return managing(db, by, async (tx) => {
    const head = email === null ? null : await present(tx, email);
    const [changed] = await tx
      .update(services)
      .set({ headId: head?.id ?? null })
      .where(eq(services.slug, service))
      .returning({ id: services.id, name: services.name });
    if (!changed) throw new Refused(`There is no service “${service}”.`);
    await recordHead(tx, by, changed.id, head?.name ?? null);
    return `${head?.name ?? 'Nobody'} heads ${changed.name}.`;
  });
}

type Span = { service: string; email: string; fromDay: string; untilDay: string };

/** Names a deputy for the head of a service from a day to a day, both included. */
export function nameDeputy(db: Database, by: By, { service, email, fromDay, untilDay }: Span): Promise<string> {
  if (!isDay(fromDay) || !isDay(untilDay)) throw new Refused('Write each day as 2018-08-17.');
  if (untilDay < fromDay) throw new Refused('A deputy’s last day cannot come before the first.');
  return managing(db, by, async (tx) => {
    const deputy = await present(tx, email);
    const [row] = await tx.select().from(services).where(eq(services.slug, service)).for('share');
    if (!row) throw new Refused(`There is no service “${service}”.`);
    if (!row.headId) throw new Refused(`${row.name} has no head to deputise for.`);
    if (row.headId === deputy.id) throw new Refused(`${deputy.name} is the head, and cannot deputise for themselves.`);
    await tx.insert(deputies).values({ serviceId: row.id, headId: row.headId, deputyId: deputy.id, fromDay, untilDay });
    await recordDeputy(tx, by, row.id, { deputy: deputy.name, fromDay, untilDay });
    return `${deputy.name} deputises in ${row.name} from ${formatDate(fromDay)} to ${formatDate(untilDay)}.`;
  });
}

/** Somebody stops being one of us: signed out everywhere at once, without roles, posts or invitations. */
export function leave(db: Database, by: By, { email }: { email: string }): Promise<string> {
  return managing(db, by, async (tx) => {
    const { id, name } = await present(tx, email);
    await tx.update(people).set({ leftAt: by.at, passwordHash: null }).where(eq(people.id, id));
    const held = await tx.delete(roles).where(eq(roles.personId, id)).returning({ role: roles.role });
    await tx.update(invitations).set({ usedAt: by.at }).where(eq(invitations.personId, id));
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
    await endDeputyships(tx, id, londonDay(by.at));
    const details = { name, roles: held.map(({ role }) => role).sort() };
    await endSessionsOf(tx, { personId: id, why: 'left', actorId: by.who, at: by.at });
    await record(tx, { ...about(id, by), kind: 'person_left', details });
    // Service by service in one order, as each chain is locked when it is first written to.
    for (const service of headed.sort((a, b) => a.id - b.id)) await recordHead(tx, by, service.id, null);
    for (const measure of owned.sort((a, b) => a.serviceId - b.serviceId || a.id - b.id))
      await recordOwner(tx, by, measure, null);
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

const recordOwner = (tx: Transaction, { who, at }: By, { id, serviceId, code }: MeasureNamed, owner: string | null) =>
  record(tx, {
    ...{ at, actorId: who, serviceId, kind: 'owner_named', subject: 'measure', subjectId: id },
    details: { code, owner },
  });

const recordHead = (tx: Transaction, { who, at }: By, serviceId: number, head: string | null) =>
  record(tx, {
    ...{ at, actorId: who, serviceId, kind: 'head_named', subject: 'service', subjectId: serviceId },
    details: { head },
  });

const recordDeputy = (
  tx: Transaction,
  { who, at }: By,
  serviceId: number,
  details: { deputy: string; fromDay: string; untilDay: string },
) =>
  record(tx, {
    ...{ at, actorId: who, serviceId, kind: 'deputy_named', subject: 'service', subjectId: serviceId },
    details,
  });
