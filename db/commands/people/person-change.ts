import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/acting';
import { change } from '@/db/commands/road/change';
import { aboutCouncil } from '@/db/commands/road/council-scene';
import type { Database, Transaction } from '@/db/connection/client';
import { constraintOf } from '@/db/connection/constraint';
import { record } from '@/db/events/record';
import { deputies, people } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { isDay } from '@/lib/time/instant';
import { addDays, formatDate } from '@/lib/time/period';
import { addressProblem, type Invited, inviteInto, linkToldOnce, nameProblem } from './people';
import { aboutPerson, changePerson, eventOf } from './person-scene';
import { changeDeputy } from './post-scene';

/** Somebody who left comes back under the same address: with a new invitation, and without any role, post or password. */
export function comeBack(db: Database, party: Party, { email }: { email: string }): Promise<Invited> {
  return change(db, party, {
    command: 'come_back',
    permission: 'come_back',
    toldOnce: linkToldOnce,
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step: 'come_back' });
      const [person = null] = await tx
        .select({ id: people.id, name: people.name, email: people.email })
        .from(people)
        .where(and(sql`lower(${people.email}) = lower(${email.trim()})`, isNotNull(people.leftAt)))
        .for('no key update');
      return { person, about: person ? aboutPerson(person, 'come_back') : council };
    },
    work: async (tx, { person }) => {
      if (!person) throw new Refused(`Nobody with the address ${email.trim().slice(0, 80)} has left.`);
      await tx.update(people).set({ leftAt: null, passwordHash: null }).where(eq(people.id, person.id));
      await record(tx, { ...eventOf(person.id, party), kind: 'person_returned', details: { name: person.name } });
      return inviteInto(tx, party, person);
    },
  });
}

type Renaming = { email: string; name: string };

/** Changes the name of a person, from now on; what the record and editions say stays. */
export function rename(db: Database, party: Party, { email, name: typed }: Renaming): Promise<string> {
  const name = typed.trim();
  return changePerson(db, party, { email, step: 'rename' }, async (tx, person) => {
    const problem = nameProblem(name);
    if (problem) throw new Refused(problem);
    if (person.name === name) throw new Refused(`${name} has that name already.`);
    await tx.update(people).set({ name }).where(eq(people.id, person.id));
    await record(tx, { ...eventOf(person.id, party), kind: 'person_renamed', details: { was: person.name, name } });
    return `${person.name} is ${name} from now on.`;
  });
}

type Readdressing = { email: string; wanted: string };

/** Changes the address by which a person signs in; links that were sent to the old one stay theirs. */
export function readdress(db: Database, party: Party, { email, wanted }: Readdressing): Promise<string> {
  const address = wanted.trim();
  return changePerson(db, party, { email, step: 'readdress' }, async (tx, person) => {
    const problem = addressProblem(address);
    if (problem) throw new Refused(problem);
    if (person.email === address) throw new Refused(`${person.name} has that address already.`);
    await writeAddress(tx, person.id, address);
    const details = { name: person.name, was: person.email, address };
    await record(tx, { ...eventOf(person.id, party), kind: 'person_readdressed', details });
    return `${person.name} signs in by ${address} from now on.`;
  });
}

async function writeAddress(tx: Transaction, id: number, email: string): Promise<void> {
  try {
    await tx.update(people).set({ email }).where(eq(people.id, id));
  } catch (error) {
    if (constraintOf(error) !== 'one_person_per_address') throw error;
    throw new Refused(`There is a person with the address ${email} already.`);
  }
}

type Ending = { service: string; email: string; untilDay: string };

/** Ends the deputyship of a person that runs on a day, with that day as its last one. */
export function endDeputy(db: Database, party: Party, { service, email, untilDay }: Ending): Promise<string> {
  const read = () => {
    if (!isDay(untilDay)) throw new Refused('Write the last day as 2018-08-17.');
  };
  return changeDeputy(db, party, { service, email, step: 'end_deputy', read }, async (tx, deputy, place) => {
    const theirs = await tx
      .select()
      .from(deputies)
      .where(and(eq(deputies.serviceId, place.id), eq(deputies.deputyId, deputy.id)))
      .for('update');
    // The last day may be the one before the first: then it never begins.
    const span = theirs.find((each) => addDays(each.fromDay, -1) <= untilDay && untilDay < each.untilDay);
    if (!span) throw new Refused(`${deputy.name} is no deputy in ${place.name} after ${formatDate(untilDay)}.`);
    if (untilDay < span.fromDay) await tx.delete(deputies).where(eq(deputies.id, span.id));
    else await tx.update(deputies).set({ untilDay }).where(eq(deputies.id, span.id));
    await record(tx, {
      at: party.at,
      actorId: party.who,
      serviceId: place.id,
      kind: 'deputy_ended',
      subject: 'service',
      subjectId: place.id,
      details: { deputy: deputy.name, fromDay: span.fromDay, was: span.untilDay, untilDay },
    });
    return `${deputy.name} deputises in ${place.name} until ${formatDate(untilDay)}.`;
  });
}
