import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { measures, people } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { numberOf } from '@/lib/text/number-in-words';
import { outdated } from './changed-meanwhile';
import { aboutPerson, here, isThem, type PersonHere, type Whom } from './person-scene';
import { recordOwner } from './post-events';

/** `from` is null for measures that nobody owns. */
type Giving = { from: number | null; to: number; codes: string[] };

/**
 * Gives measures of one person, or of nobody, to another, all of them or none. Drafts go with their measures, since whoever
 * owns a measure writes its readings; what waits for approval stays with the head of service.
 */
export function giveMeasures(db: Database, party: Party, { from, to, codes }: Giving): Promise<string> {
  return change(db, party, {
    command: 'give_measures',
    permission: 'give_measures',
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step: 'give_measures' });
      const both = await inOrder(tx, from === null ? [to] : [from, to]);
      const receiver = both.find(({ id }) => id === to) ?? null;
      const giver = both.find(({ id }) => id === from) ?? null;
      const about: About = receiver ? aboutPerson(receiver, 'give_measures') : council;
      return { receiver, giver, about };
    },
    work: async (tx, { receiver, giver }) => {
      const owner = here(receiver, { id: to });
      if (from === to) throw new Refused(`${owner.name} owns these measures already: choose somebody else.`);
      const given = await lockMeasures(tx, codes);
      if (given.length === 0) throw new Refused('There is no measure to give: look at the list again.');
      const moved = given.find(({ ownerId }) => ownerId !== from);
      if (moved) throw await outdated(tx, { subject: 'measure', id: moved.id, kinds: ['owner_named'] });
      await tx
        .update(measures)
        .set({ ownerId: owner.id })
        .where(
          inArray(
            measures.id,
            given.map(({ id }) => id),
          ),
        );
      // Service by service in one order, as each chain is locked when it is first written to.
      for (const measure of given.toSorted((a, b) => a.serviceId - b.serviceId || a.id - b.id))
        await recordOwner(tx, party, measure, { owner: owner.name, was: giver?.name ?? null });
      return `${owner.name} owns ${numberOf(given.length, 'more measure', 'more measures')}.`;
    },
  });
}

/** Gives every measure that one person owns to another, both by e-mail address, as the command line does. */
export async function giveEveryMeasure(
  db: Database,
  party: Party,
  { from, to }: { from: string; to: string },
): Promise<string> {
  const giver = await presentBy(db, { email: from });
  const receiver = await presentBy(db, { email: to });
  const owned = await db.select({ code: measures.code }).from(measures).where(eq(measures.ownerId, giver.id));
  if (owned.length === 0) throw new Refused(`${giver.name} owns no measure.`);
  return giveMeasures(db, party, { from: giver.id, to: receiver.id, codes: owned.map(({ code }) => code) });
}

/** A person who has not left, without a lock; throws where there is none. */
async function presentBy(db: Database, whom: Whom): Promise<PersonHere> {
  const [person = null] = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(isThem(whom), isNull(people.leftAt)));
  return here(person, whom);
}

/** People who have not left, locked in the order of their numbers, so that two who give to each other never wait in a circle. */
function inOrder(tx: Transaction, ids: number[]): Promise<PersonHere[]> {
  return tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.leftAt)))
    .orderBy(asc(people.id))
    .for('no key update');
}

/** Measures by their codes, locked in one order; throws where one of them is not there. */
async function lockMeasures(tx: Transaction, codes: string[]) {
  const found = await tx
    .select({
      id: measures.id,
      serviceId: measures.serviceId,
      code: measures.code,
      ownerId: measures.ownerId,
    })
    .from(measures)
    .where(inArray(measures.code, codes))
    .orderBy(asc(measures.id))
    .for('no key update');
  const missing = codes.find((code) => !found.some((measure) => measure.code === code));
  if (missing !== undefined) throw new Refused(`There is no measure “${missing}”.`);
  return found;
}
