import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/acting';
import { type About, change } from '@/db/commands/road/change';
import { aboutCouncil } from '@/db/commands/road/council-scene';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { committeeServices, committees, meetings, services } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import type { EventKind } from '@/lib/record/event';
import { isSlug } from '@/lib/text/page-address';
import { formatWeekday } from '@/lib/time/day';
import { isDay } from '@/lib/time/instant';

type Naming = { slug: string; name: string; services: string[] };

/** Names a committee and the services that report to it; one that is there already gets this name and these services. */
export function nameCommittee(db: Database, party: Party, naming: Naming): Promise<string> {
  const { slug, services: reporting } = naming;
  const name = naming.name.trim();
  return changeCommittee(db, party, { slug, step: 'name_committee' }, async (tx) => {
    if (!isSlug(slug)) throw new Refused(`“${slug.slice(0, 80)}” cannot be an address: write lower-case-words.`);
    if (!name || name.length > limits.committeeName.most)
      throw new Refused(`Give the committee’s name, in at most ${limits.committeeName.most} characters.`);
    const wanted = [...new Set(reporting)];
    const here = wanted.length > 0 ? await servicesOf(tx, wanted) : [];
    const missing = wanted.find((slugWanted) => !here.some((service) => service.slug === slugWanted));
    if (missing) throw new Refused(`There is no service “${missing}”.`);
    const [committee] = await tx
      .insert(committees)
      .values({ slug, name })
      .onConflictDoUpdate({ target: committees.slug, set: { name } })
      .returning({ id: committees.id });
    if (!committee) throw new Error('a committee was not written');
    await tx.delete(committeeServices).where(eq(committeeServices.committeeId, committee.id));
    if (here.length > 0)
      await tx.insert(committeeServices).values(here.map(({ id }) => ({ committeeId: committee.id, serviceId: id })));
    const details = { name, slug, services: here.map((service) => service.slug) };
    await recordOf(tx, party, committee.id, 'committee_named', details);
    return `${name}. Services: ${here.map((service) => service.name).join(', ') || 'none'}.`;
  });
}

type Meeting = { committee: string; day: string };

/** Sets a day on which a committee meets, or met. */
export function setMeeting(db: Database, party: Party, { committee: slug, day }: Meeting): Promise<string> {
  return changeCommittee(db, party, { slug, step: 'set_meeting' }, async (tx, committee) => {
    const { id, name } = meeting(committee, slug, day);
    const set = await tx.insert(meetings).values({ committeeId: id, day }).onConflictDoNothing().returning();
    if (set.length === 0) throw new Refused(`${name} meets on ${formatWeekday(day)} already.`);
    await recordOf(tx, party, id, 'meeting_set', { committee: name, day });
    return `${name} meets on ${formatWeekday(day)}.`;
  });
}

/** Takes a day out on which a committee does not meet, or did not. */
export function dropMeeting(db: Database, party: Party, { committee: slug, day }: Meeting): Promise<string> {
  return changeCommittee(db, party, { slug, step: 'drop_meeting' }, async (tx, committee) => {
    const { id, name } = meeting(committee, slug, day);
    const theirs = and(eq(meetings.committeeId, id), eq(meetings.day, day));
    const dropped = await tx.delete(meetings).where(theirs).returning();
    if (dropped.length === 0) throw new Refused(`${name} has no meeting on ${formatWeekday(day)}.`);
    await recordOf(tx, party, id, 'meeting_dropped', { committee: name, day });
    return `${name} does not meet on ${formatWeekday(day)}.`;
  });
}

type Committee = { id: number; name: string };
type CommitteeStep = 'name_committee' | 'set_meeting' | 'drop_meeting';

/** One change of a committee, with its row locked where it is there already. */
function changeCommittee(
  db: Database,
  party: Party,
  { slug, step }: { slug: string; step: CommitteeStep },
  work: (tx: Transaction, committee: Committee | null) => Promise<string>,
): Promise<string> {
  return change(db, party, {
    command: step,
    permission: step,
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step });
      const [committee = null] = await tx
        .select({ id: committees.id, name: committees.name })
        .from(committees)
        .where(eq(committees.slug, slug))
        .for('no key update');
      return { committee, about: committee ? aboutCommittee(committee, step) : council };
    },
    work: (tx, { committee }) => work(tx, committee),
  });
}

const aboutCommittee = ({ id, name }: Committee, step: CommitteeStep): About => ({
  serviceId: null,
  subject: 'committee',
  subjectId: id,
  details: { step, committee: name },
});

/** The committee of a meeting; throws where the day is none or there is no such committee. */
function meeting(committee: Committee | null, slug: string, day: string): Committee {
  if (!isDay(day)) throw new Refused('Write the day as 2018-08-17.');
  if (!committee) throw new Refused(`There is no committee “${slug.slice(0, 80)}”.`);
  return committee;
}

const servicesOf = (tx: Transaction, slugs: string[]) =>
  tx
    .select({ id: services.id, slug: services.slug, name: services.name })
    .from(services)
    .where(inArray(services.slug, slugs))
    .orderBy(asc(services.position));

const recordOf = (
  tx: Transaction,
  { who, at }: Party,
  committeeId: number,
  kind: EventKind,
  details: Record<string, unknown>,
) => record(tx, { at, actorId: who, serviceId: null, kind, subject: 'committee', subjectId: committeeId, details });
