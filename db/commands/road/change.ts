import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { asRefusal } from '@/db/connection/constraint-sentences';
import { hoursAfter } from '@/db/connection/moment';
import { record, tellCommandLine, tellSystem } from '@/db/events/append-events';
import { personById } from '@/db/facts/person';
import { sendingSystem, systemNamed } from '@/db/facts/systems/token-in-force';
import { events, people } from '@/db/schema';
import { StepRefused } from '@/lib/form/refused';
import { type Change, type Permission, permissions } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { type Step, steps } from '@/lib/reading/workflow';
import type { Happening } from '@/lib/record/event';
import { answered } from './answers';
import { noSuchReading, permitStep, type StepScene } from './step';
import { type Acting, begin, dayOf, type Party } from './who-and-when';

/** What a refused try is kept of: the service in whose chain it stands, its subject, and what was tried. */
export type About = Pick<Happening, 'serviceId' | 'subject' | 'subjectId' | 'details'>;

/** What a change finds and locks before the permission is checked; `about` is null where nothing is there. */
export type Scene = { about: About | null };

type Command<P extends Change | Step, S extends Scene, W, T> = {
  /** Under which the key of a form is answered, so that each command answers a key for itself. */
  command: string;
  /** What the table of permissions, or that of the steps of a reading, asks. */
  permission: P;
  find(tx: Transaction): Promise<S>;
  work(tx: Transaction, scene: S, who: W): Promise<T>;
  /** For an answer that holds a secret and is kept nowhere: the sentence that refuses the same form sent again. */
  toldOnce?: string | undefined;
};

/**
 * One road for every change, by a person or by the command line: one transaction, in which the same form is answered once,
 * finds and locks what the change is about, asks the table whether this party may make it, and does the work. A try that is
 * refused for who asks, or for what happened in between, is kept in the record by a transaction of its own, after this one
 * has left no trace.
 */
export function change<S extends Scene & StepScene, T>(
  db: Database,
  acting: Acting,
  command: Command<Step, S, Person, T>,
): Promise<T>;
export function change<S extends Scene, T>(
  db: Database,
  acting: Acting,
  command: Command<Change, S, Person, T>,
): Promise<T>;
export function change<S extends Scene, T>(
  db: Database,
  party: Party,
  command: Command<Change, S, Person | null, T>,
): Promise<T>;
export async function change<S extends Scene, T>(
  db: Database,
  party: Party,
  { command, permission, find, work, toldOnce }: Command<Change | Step, S, Person | null, T>,
): Promise<T> {
  let about = null as About | null;
  const walk = async (tx: Transaction): Promise<T> => {
    if (party.byCommand) tellCommandLine(tx);
    const scene = await find(tx);
    about = scene.about;
    return work(tx, scene, await permitted(tx, party, permission, scene));
  };
  try {
    return await db.transaction((tx) => {
      begin(party);
      return answered(tx, party, command, () => walk(tx), toldOnce);
    });
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal instanceof StepRefused && about) await recordRefusal(db, party, about, refusal.message);
    throw refusal;
  }
}

const isStep = (permission: Change | Step): permission is Step => Object.hasOwn(steps, permission);

/** Who acts, null for the command line; throws unless the table permits it. */
async function permitted(
  tx: Transaction,
  party: Party,
  permission: Change | Step,
  scene: Scene,
): Promise<Person | null> {
  if (isStep(permission)) {
    // What a system sends goes its own way, which counts among the authors whoever made its token.
    if (party.systemId !== undefined) throw new StepRefused(noSuchReading);
    // The first way of calling `change` gives a step of a reading its person and its reading.
    const step = scene as Scene & StepScene;
    const who = known(step.who);
    await permitStep(tx, party as Acting, who, permission, step);
    return who;
  }
  const { may, otherwise, commandLine }: Permission = permissions[permission];
  if (party.who === null && commandLine) return null;
  // What administrators do is nobody else's business, whether they are known here or not.
  const who = commandLine ? await personById(tx, party.who ?? 0) : await actorOf(tx, party);
  if (!who || !may(who)) throw new StepRefused(otherwise);
  return who;
}

/** Whoever acts: a person, or a system with the person who answers for it; from then on each event names the system. */
async function actorOf(tx: Transaction, party: Party): Promise<Person> {
  if (party.systemId === undefined) return actor(tx, party.who ?? 0);
  const who = await sendingSystem(tx, party.systemId, dayOf(party));
  if (who.system) tellSystem(tx, who.system);
  return who;
}

/** A person who acts, as the record has them inside this transaction. */
export async function actor(tx: Transaction, id: number): Promise<Person> {
  return known(await personById(tx, id));
}

function known(who: Person | null): Person {
  if (!who) throw new StepRefused('You are not known here any more: sign in again, or ask your administrator.');
  return who;
}

/** Keeps the refused try of a person; at the command line there is no person to name. */
async function recordRefusal(db: Database, party: Party, about: About, why: string): Promise<void> {
  const { who, at, byCommand, systemId } = party;
  if (who === null) return;
  await db.transaction(async (tx) => {
    if (byCommand) tellCommandLine(tx);
    if (systemId !== undefined) {
      if (await isKept(tx, systemId, { about, at, why })) return;
      const system = await systemNamed(tx, systemId);
      if (system) tellSystem(tx, system);
    }
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.id, who));
    await record(tx, {
      ...about,
      at,
      actorId: known?.id ?? null,
      kind: 'step_refused',
      details: { ...about.details, why },
    });
  });
}

/** Whether the same try of a system was refused within the last day: a program asks again and again, and one event says so. */
async function isKept(
  tx: Transaction,
  systemId: number,
  { about, at, why }: { about: About; at: string; why: string },
): Promise<boolean> {
  const [same] = await tx
    .select({ why: sql<string>`${events.details} ->> 'why'` })
    .from(events)
    .where(
      and(
        eq(events.subject, about.subject),
        eq(events.subjectId, about.subjectId),
        eq(events.kind, 'step_refused'),
        gt(events.at, hoursAfter(at, -24)),
        sql`${events.details} -> 'system' ->> 'id' = ${String(systemId)}`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return same?.why === why;
}
