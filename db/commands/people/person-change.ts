import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { constraintOf } from '@/db/connection/constraint';
import { record } from '@/db/events/record';
import { deputies, people, services } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { isDay } from '@/lib/time/instant';
import { addDays, formatDate } from '@/lib/time/period';
import { about, addressProblem, type By, type Invited, inviteInto, managing, nameProblem, present } from './people';

/** Somebody who left comes back under the same address: with a new invitation, and without any role, post or password. */
export function comeBack(db: Database, by: By, { email }: { email: string }): Promise<Invited> {
  return managing(db, by, async (tx) => {
    const [person] = await tx
      .update(people)
      .set({ leftAt: null, passwordHash: null })
      .where(and(sql`lower(${people.email}) = lower(${email.trim()})`, isNotNull(people.leftAt)))
      .returning({ id: people.id, name: people.name, email: people.email });
    if (!person) throw new Refused(`Nobody with the address ${email.trim().slice(0, 80)} has left.`);
    await record(tx, { ...about(person.id, by), kind: 'person_returned', details: { name: person.name } });
    return inviteInto(tx, by, person);
  });
}

/** Changes the name of a person, from now on; what the record and editions say stays. */
export function rename(db: Database, by: By, { email, name: typed }: { email: string; name: string }) {
  const name = typed.trim();
  const problem = nameProblem(name);
  return managing(db, by, async (tx) => {
    if (problem) throw new Refused(problem);
    const person = await present(tx, email);
    if (person.name === name) throw new Refused(`${name} has that name already.`);
    await tx.update(people).set({ name }).where(eq(people.id, person.id));
    await record(tx, { ...about(person.id, by), kind: 'person_renamed', details: { was: person.name, name } });
    return `${person.name} is ${name} from now on.`;
  });
}

/** Changes the address by which a person signs in; links that were sent to the old one stay theirs. */
export function readdress(db: Database, by: By, { email, wanted }: { email: string; wanted: string }): Promise<string> {
  const address = wanted.trim();
  const problem = addressProblem(address);
  return managing(db, by, async (tx) => {
    if (problem) throw new Refused(problem);
    const person = await present(tx, email);
    if (person.email === address) throw new Refused(`${person.name} has that address already.`);
    await writeAddress(tx, person.id, address);
    const details = { name: person.name, was: person.email, address };
    await record(tx, { ...about(person.id, by), kind: 'person_readdressed', details });
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
export function endDeputy(db: Database, by: By, { service, email, untilDay }: Ending): Promise<string> {
  return managing(db, by, async (tx) => {
    if (!isDay(untilDay)) throw new Refused('Write the last day as 2018-08-17.');
    const deputy = await present(tx, email);
    const [place] = await tx.select().from(services).where(eq(services.slug, service)).for('share');
    if (!place) throw new Refused(`There is no service “${service}”.`);
    const theirs = await tx
      .select()
      .from(deputies)
      .where(and(eq(deputies.serviceId, place.id), eq(deputies.deputyId, deputy.id)))
      .for('update');
    // The last day may be the one before the first: then it never begins.
    const span = theirs.find((one) => addDays(one.fromDay, -1) <= untilDay && untilDay < one.untilDay);
    if (!span) throw new Refused(`${deputy.name} is no deputy in ${place.name} after ${formatDate(untilDay)}.`);
    if (untilDay < span.fromDay) await tx.delete(deputies).where(eq(deputies.id, span.id));
    else await tx.update(deputies).set({ untilDay }).where(eq(deputies.id, span.id));
    await record(tx, {
      ...{ at: by.at, actorId: by.who, serviceId: place.id, kind: 'deputy_ended' },
      ...{ subject: 'service', subjectId: place.id },
      details: { deputy: deputy.name, fromDay: span.fromDay, was: span.untilDay, untilDay },
    });
    return `${deputy.name} deputises in ${place.name} until ${formatDate(untilDay)}.`;
  });
}
