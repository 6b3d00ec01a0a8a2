import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { asRefusal } from '@/db/connection/constraint-sentences';
import { record, tellCommandLine } from '@/db/events/record';
import { personById } from '@/db/facts/person';
import { people } from '@/db/schema';
import { StepRefused } from '@/lib/form/refused';
import { type Change, type Permission, permissions } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { type Step, steps } from '@/lib/reading/workflow';
import type { Happening } from '@/lib/record/event';
import { type Acting, begin, type Party } from './acting';
import { answered } from './answers';
import { permitStep, type ReadingScene } from './step';

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
export function change<S extends Scene & ReadingScene, T>(
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
    // The first way of calling `change` gives a step of a reading its person and its reading.
    const who = await actor(tx, party.who as number);
    await permitStep(tx, party as Acting, who, permission, scene as Scene & ReadingScene);
    return who;
  }
  const { may, otherwise, commandLine }: Permission = permissions[permission];
  if (party.who === null && commandLine) return null;
  // What administrators do is nobody else's business, whether they are known here or not.
  const who = commandLine ? await personById(tx, party.who ?? 0) : await actor(tx, party.who ?? 0);
  if (!who || !may(who)) throw new StepRefused(otherwise);
  return who;
}

/** A person who acts, as the record has them inside this transaction. */
export async function actor(tx: Transaction, id: number): Promise<Person> {
  const who = await personById(tx, id);
  if (!who) throw new StepRefused('You are not known here any more: sign in again, or ask your administrator.');
  return who;
}

/** Keeps the refused try of a person; at the command line there is no person to name. */
async function recordRefusal(db: Database, { who, at, byCommand }: Party, about: About, why: string): Promise<void> {
  if (who === null) return;
  await db.transaction(async (tx) => {
    if (byCommand) tellCommandLine(tx);
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
