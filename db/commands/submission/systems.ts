import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { here, personHere } from '@/db/commands/people/person-scene';
import { recordSystemEnd } from '@/db/commands/people/systems-ended';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import { type Acting, dayOf, type Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { newToken } from '@/db/hashing/token';
import { measures, services, systemMeasures, systems } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated, Refused } from '@/lib/form/refused';
import type { Change } from '@/lib/people/change-permissions';
import { noMeasure, systemFields, systemOver, untilProblem } from '@/lib/submission/system-form';
import { shownCharacters, tokenPrefix } from '@/lib/submission/token-header';

/** A system whose token was just made: the token is in no record, only the hash of its secret, so that this is the one time it is told. */
export type SystemMade = { id: number; name: string; token: string };

/** Measures by their codes, and all of whole services, as they are when it is chosen. */
type Choice = { codes: string[]; services?: string[] };
type Addition = Choice & { name: string; responsible: number; untilDay: string };

/** What is said of a token to whoever sends its form again. */
const tokenToldOnce =
  'This token was made already and is shown only once: if it was lost, revoke it and make a new one.';

/** Makes a token for a system, for which somebody answers, to send readings of some measures until a day. */
export function addSystem(db: Database, acting: Acting, addition: Addition): Promise<SystemMade> {
  const { name, responsible, untilDay } = addition;
  return change(db, acting, {
    command: 'add_system',
    permission: 'add_system',
    toldOnce: tokenToldOnce,
    find: async (tx) => ({ about: await aboutCouncil(tx, { step: 'add_system' }) }),
    work: async (tx, _scene, who) => {
      const problem = untilProblem(untilDay, acting.today);
      if (problem) throw new Mistyped([{ field: systemFields.untilDay, sentence: problem }]);
      const whom = { id: responsible };
      const person = here(await personHere(tx, whom), whom);
      const chosen = await measuresOf(tx, addition);
      const { token: secret, hash } = newToken();
      const tokenStart = secret.slice(0, shownCharacters);
      const made = { madeBy: who.id, madeAt: acting.at };
      const [row] = await tx
        .insert(systems)
        .values({ name, tokenHash: hash, tokenStart, responsibleId: person.id, untilDay, ...made })
        .returning({ id: systems.id });
      if (!row) throw new Error('a system was not written');
      await tx.insert(systemMeasures).values(chosen.map(({ id: measureId }) => ({ systemId: row.id, measureId })));
      const sent = chosen.map(({ code }) => code);
      const details = { name, responsible: person.name, untilDay, measures: sent };
      await record(tx, { ...eventOf(row.id, acting), kind: 'system_added', details });
      return { id: row.id, name, token: `${tokenPrefix}${secret}` };
    },
  });
}

/** Changes which measures a system may send; `seen` are those that its page showed. It counts from the next reading. */
export function scopeSystem(
  db: Database,
  acting: Acting,
  { id, seen, ...choice }: Choice & { id: number; seen: string[] },
): Promise<string> {
  return changeSystem(db, acting, { id, step: 'scope_system' }, async (tx, { name }) => {
    const held = await tx
      .select({ id: measures.id, code: measures.code })
      .from(systemMeasures)
      .innerJoin(measures, eq(measures.id, systemMeasures.measureId))
      .where(eq(systemMeasures.systemId, id));
    const was = held.map(({ code }) => code);
    if (was.length !== seen.length || was.some((code) => !seen.includes(code)))
      throw new Outdated('Somebody else has just changed what this system may send: look at it again.');
    const chosen = await measuresOf(tx, choice);
    const added = chosen.filter(({ code }) => !was.includes(code));
    const removed = held.filter((measure) => !chosen.some(({ code }) => code === measure.code));
    if (added.length + removed.length === 0)
      throw new Refused('It may send the same measures as before: there is nothing to save.');
    const gone = removed.map((measure) => measure.id);
    if (gone.length > 0)
      await tx
        .delete(systemMeasures)
        .where(and(eq(systemMeasures.systemId, id), inArray(systemMeasures.measureId, gone)));
    if (added.length > 0)
      await tx.insert(systemMeasures).values(added.map((measure) => ({ systemId: id, measureId: measure.id })));
    const details = { name, added: added.map(({ code }) => code), removed: removed.map(({ code }) => code) };
    await record(tx, { ...eventOf(id, acting), kind: 'system_scoped', details });
    return name;
  });
}

/** Revokes the token of a system at once, and for good. */
export function endSystem(db: Database, acting: Acting, { id }: { id: number }): Promise<string> {
  return changeSystem(db, acting, { id, step: 'end_system' }, async (tx, system) => {
    await tx.update(systems).set({ endedAt: acting.at }).where(eq(systems.id, id));
    await recordSystemEnd(tx, acting, system);
    return system.name;
  });
}

type SystemHere = { id: number; name: string };

/** One change of a system whose token is not over, with its row locked: what it sends at this moment is through before. */
function changeSystem<T>(
  db: Database,
  acting: Acting,
  { id, step }: { id: number; step: Change },
  work: (tx: Transaction, system: SystemHere) => Promise<T>,
): Promise<T> {
  return change(db, acting, {
    command: step,
    permission: step,
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step });
      const [system = null] = await tx
        .select({ id: systems.id, name: systems.name, endedAt: systems.endedAt, untilDay: systems.untilDay })
        .from(systems)
        .where(eq(systems.id, id))
        .for('update');
      const about: About = { serviceId: null, subject: 'system', subjectId: id, details: { step } };
      return { system, about: system ? about : council };
    },
    work: async (tx, { system }) => {
      if (!system) throw new Refused('There is no such system.');
      if (system.endedAt !== null || system.untilDay < dayOf(acting)) throw new Outdated(systemOver);
      return work(tx, system);
    },
  });
}

/** The measures of a choice; throws where none was chosen, and where one is not there any more. */
async function measuresOf(tx: Transaction, { codes, services: slugs = [] }: Choice) {
  const rows = await tx
    .select({ id: measures.id, code: measures.code })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where(or(inArray(measures.code, codes), inArray(services.slug, slugs)))
    .orderBy(asc(services.position), asc(measures.number));
  if (rows.length === 0) throw new Mistyped([{ field: systemFields.measures, sentence: noMeasure }]);
  if (codes.some((code) => !rows.some((row) => row.code === code)))
    throw new Refused('One of these measures is not there any more: look at the list again.');
  return rows;
}

const eventOf = (systemId: number, { who, at }: Party) =>
  ({ at, actorId: who, serviceId: null, subject: 'system', subjectId: systemId }) as const;
