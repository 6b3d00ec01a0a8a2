import { and, eq } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { deputies } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { deputyBackwards, peopleFields } from '@/lib/people/people-form';
import { isDay } from '@/lib/time/instant';
import { addDays, formatDate } from '@/lib/time/period';
import type { Whom } from './person-scene';
import { changeDeputy } from './post-scene';

type Span = { service: string; fromDay: string; untilDay: string } & Whom;

/** Names a deputy for the head of a service from a day to a day, both included. */
export function nameDeputy(db: Database, party: Party, span: Span): Promise<string> {
  const { service, fromDay, untilDay } = span;
  const read = () => {
    if (!isDay(fromDay) || !isDay(untilDay)) throw new Refused('Write each day as 2018-08-17.');
    if (untilDay < fromDay) throw new Refused(deputyBackwards);
  };
  return changeDeputy(db, party, { service, whom: span, step: 'name_deputy', read }, async (tx, deputy, place) => {
    const { id, name, headId } = place;
    if (!headId) throw new Refused(`${name} has no head to deputise for.`);
    if (headId === deputy.id)
      throw new Mistyped([
        { field: peopleFields.deputy, sentence: `${deputy.name} is the head, and cannot deputise for themselves.` },
      ]);
    await tx.insert(deputies).values({ serviceId: id, headId, deputyId: deputy.id, fromDay, untilDay });
    await record(tx, {
      at: party.at,
      actorId: party.who,
      serviceId: id,
      kind: 'deputy_named',
      subject: 'service',
      subjectId: id,
      details: { deputy: deputy.name, fromDay, untilDay },
    });
    return `${deputy.name} deputises in ${name} from ${formatDate(fromDay)} to ${formatDate(untilDay)}.`;
  });
}

type Ending = { service: string; untilDay: string } & Whom;

/** Ends the deputyship of a person that runs on a day, with that day as its last one. */
export function endDeputy(db: Database, party: Party, ending: Ending): Promise<string> {
  const { service, untilDay } = ending;
  const read = () => {
    if (!isDay(untilDay)) throw new Refused('Write the last day as 2018-08-17.');
  };
  return changeDeputy(db, party, { service, whom: ending, step: 'end_deputy', read }, async (tx, deputy, place) => {
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
