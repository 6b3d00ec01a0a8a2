import { and, asc, eq, inArray } from 'drizzle-orm';
import { type By, managing } from '@/db/commands/people/people';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { committeeServices, committees, meetings, services } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import type { EventKind } from '@/lib/record/event';
import { isSlug } from '@/lib/text/address';
import { formatWeekday } from '@/lib/time/day';
import { isDay } from '@/lib/time/instant';

const looking = 'look after committees';

/** Names a committee and the services that report to it; one that is there already gets this name and these services. */
export async function nameCommittee(
  db: Database,
  by: By,
  { slug, name, services: reporting }: { slug: string; name: string; services: string[] },
): Promise<string> {
  const said = name.trim();
  if (!isSlug(slug)) throw new Refused(`“${slug.slice(0, 80)}” cannot be an address: write lower-case-words.`);
  if (!said || said.length > limits.committeeName.most)
    throw new Refused(`Give the committee’s name, in at most ${limits.committeeName.most} characters.`);
  const work = async (tx: Transaction) => {
    const wanted = [...new Set(reporting)];
    const found = wanted.length > 0 ? await servicesOf(tx, wanted) : [];
    const missing = wanted.find((each) => !found.some(({ slug }) => slug === each));
    if (missing) throw new Refused(`There is no service “${missing}”.`);
    const [committee] = await tx
      .insert(committees)
      .values({ slug, name: said })
      .onConflictDoUpdate({ target: committees.slug, set: { name: said } })
      .returning({ id: committees.id });
    if (!committee) throw new Error('a committee was not written');
    await tx.delete(committeeServices).where(eq(committeeServices.committeeId, committee.id));
    if (found.length > 0)
      await tx.insert(committeeServices).values(found.map(({ id }) => ({ committeeId: committee.id, serviceId: id })));
    const details = { name: said, slug, services: found.map((service) => service.slug) };
    await recordOf(tx, by, committee.id, 'committee_named', details);
    return `${said}. Services: ${found.map((service) => service.name).join(', ') || 'none'}.`;
  };
  return managing(db, by, work, looking);
}

type Meeting = { committee: string; day: string };

/** Sets a day on which a committee meets, or met. */
export async function setMeeting(db: Database, by: By, { committee: slug, day }: Meeting): Promise<string> {
  if (!isDay(day)) throw new Refused('Write the day as 2018-08-17.');
  const work = async (tx: Transaction) => {
    const { id, name } = await held(tx, slug);
    const set = await tx.insert(meetings).values({ committeeId: id, day }).onConflictDoNothing().returning();
    if (set.length === 0) throw new Refused(`${name} meets on ${formatWeekday(day)} already.`);
    await recordOf(tx, by, id, 'meeting_set', { committee: name, day });
    return `${name} meets on ${formatWeekday(day)}.`;
  };
  return managing(db, by, work, looking);
}

/** Takes a day out on which a committee does not meet, or did not. */
export async function dropMeeting(db: Database, by: By, { committee: slug, day }: Meeting): Promise<string> {
  if (!isDay(day)) throw new Refused('Write the day as 2018-08-17.');
  const work = async (tx: Transaction) => {
    const { id, name } = await held(tx, slug);
    const theirs = and(eq(meetings.committeeId, id), eq(meetings.day, day));
    const dropped = await tx.delete(meetings).where(theirs).returning();
    if (dropped.length === 0) throw new Refused(`${name} has no meeting on ${formatWeekday(day)}.`);
    await recordOf(tx, by, id, 'meeting_dropped', { committee: name, day });
    return `${name} does not meet on ${formatWeekday(day)}.`;
  };
  return managing(db, by, work, looking);
}

const servicesOf = (tx: Transaction, slugs: string[]) =>
  tx
    .select({ id: services.id, slug: services.slug, name: services.name })
    .from(services)
    .where(inArray(services.slug, slugs))
    .orderBy(asc(services.position));

/** The committee of an address, with its row held until the change is through. */
async function held(tx: Transaction, slug: string): Promise<{ id: number; name: string }> {
  const [committee] = await tx
    .select({ id: committees.id, name: committees.name })
    .from(committees)
    .where(eq(committees.slug, slug))
    .for('no key update');
  if (!committee) throw new Refused(`There is no committee “${slug.slice(0, 80)}”.`);
  return committee;
}

const recordOf = (
  tx: Transaction,
  { who, at }: By,
  committeeId: number,
  kind: EventKind,
  details: Record<string, unknown>,
) => record(tx, { at, actorId: who, serviceId: null, kind, subject: 'committee', subjectId: committeeId, details });
