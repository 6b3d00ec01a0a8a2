import { and, eq, or, sql } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { change } from '@/db/commands/road/change';
import type { Acting, Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { databaseClock } from '@/db/connection/clock';
import { oneOf } from '@/db/connection/written-out';
import { record, tellImport } from '@/db/events/append-events';
import { imports } from '@/db/schema';
import { doneRows, workOf } from '@/lib/bring-in/plan/plan-again';
import { countRows, type PlanRow } from '@/lib/bring-in/plan-row-shape';
import { Outdated, Refused } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';
import { numberOf } from '@/lib/text/number-in-words';
import { overtakenOf, planAgain } from './apply-again';
import { holdAll } from './apply-locks';
import { doPlanned } from './apply-planned';
import { endImport } from './import-scene';
import { isAbandoned, keepOutcome, keptWishes, type Progress, progressOf, rowsAt } from './plan-kept';
import { permissionFor } from './receive-file';
import { rememberAnswers } from './remembered';

/** What a file needs to be brought in, once it is confirmed. */
type Confirmed = Pick<
  typeof imports.$inferSelect,
  'id' | 'personId' | 'scope' | 'fileName' | 'sha256' | 'size' | 'kind' | 'onlyGood' | 'submits' | 'remembered'
>;

/** By the clock that the portal lives by; `byCommand` where a person brings the file in at the command line. */
type Moment = Pick<Acting, 'at' | 'today'> & Pick<Party, 'byCommand'>;

const turns = 71_005;
const mostTries = 5;

/** Somebody else brings the same file in at this moment. */
class Elsewhere extends Error {}

/**
 * Brings a confirmed file in, in one transaction: killed in the middle it leaves nothing, and whoever calls this again begins anew.
 * Each row is asked again with everything locked: what is not any more what its page showed is refused. Answers whether it is done.
 */
export async function applyImport(db: Database, id: number, moment: Moment): Promise<boolean> {
  const [begun] = await db
    .update(imports)
    .set({ tries: sql`${imports.tries} + 1`, beatAt: databaseClock })
    .where(and(eq(imports.id, id), oneOf(imports.state, 'working'), or(eq(imports.tries, 0), isAbandoned)))
    .returning();
  if (!begun) return false;
  const { bytes: _, view: __, ...file } = begun;
  if (file.tries > mostTries) {
    await endImport(db, id, {
      state: 'refused',
      at: moment.at,
      sentence: `This file was begun ${mostTries} times and never came to an end: nothing of it was brought in.`,
    });
    return false;
  }
  const party: Acting & Party = { who: file.personId, ...moment };
  try {
    await change(db, party as Acting, {
      command: 'apply_import',
      permission: permissionFor(file.scope),
      find: async (tx) => {
        const [turn] = await tx.execute<{ mine: boolean }>(
          sql`select pg_try_advisory_xact_lock(${turns}::int, ${id}::int) as mine`,
        );
        if (!turn?.mine) throw new Elsewhere();
        return { about: await aboutCouncil(tx, { step: permissionFor(file.scope) }) };
      },
      work: (tx, _scene, who) => bringIn({ tx, acting: party, who, file, progress: progressOf(db, id) }),
    });
    return true;
  } catch (error) {
    if (error instanceof Elsewhere) return false;
    if (!(error instanceof Refused)) throw error;
    await settle(db, file, moment.at, error);
    return false;
  }
}

/** A file that was refused: read again where somebody was quicker, else at its end; one that was stopped meanwhile stays so. */
async function settle(db: Database, { id }: Confirmed, at: string, error: Refused): Promise<void> {
  await db.transaction(async (tx) => {
    const [open] = await tx
      .select({ id: imports.id })
      .from(imports)
      .where(and(eq(imports.id, id), oneOf(imports.state, 'working')))
      .for('update');
    if (!open) return;
    const sentence = `Nothing was brought in. ${error.message}`;
    if (!(error instanceof Outdated)) return endImport(tx, id, { state: 'refused', at, sentence });
    await tx
      .update(imports)
      .set({ state: 'waiting', sentence, tries: 0, done: null, total: null, beatAt: databaseClock })
      .where(eq(imports.id, id));
  });
}

type Work = { tx: Transaction; acting: Acting; who: Person; file: Confirmed; progress: Progress };

async function bringIn(work: Work): Promise<void> {
  const { tx, acting, who, file, progress } = work;
  const { id, fileName, sha256, size, kind, scope } = file;
  tellImport(tx, { id, file: fileName, sha256 });
  const kept = await keptWishes(tx, id);
  const good = kept.filter(({ shown }) => shown.some(({ action }) => action !== 'refuse'));
  await holdAll(
    tx,
    good.map(({ wish }) => wish),
  );
  const { now, standing } = await planAgain(work, good);
  const overtakenRows = await overtakenOf(tx, id, good, { now, standing });
  if (overtakenRows.length > 0 && !file.onlyGood) throw new Outdated(whatMoved(overtakenRows));
  const notes = await doPlanned({ tx, acting, who, file }, workOf(standing, now), progress);
  const refused = kept.flatMap(({ shown, positions }) =>
    positions.filter((_, index) => shown[index]?.action === 'refuse'),
  );
  const refusals = [...(await rowsAt(tx, id, refused)), ...overtakenRows];
  const counts = { ...countRows(doneRows(standing, now)), refuse: refusals.length };
  await keepOutcome(tx, id, [...refusals, ...notes]);
  await rememberAnswers(tx, file.remembered, acting.at);
  const about = await aboutCouncil(tx, {});
  await record(tx, {
    ...about,
    at: acting.at,
    actorId: who.id,
    kind: 'file_brought_in',
    details: { file: fileName, sha256, size, content: kind, scope, counts },
  });
  const sentence = `${who.name} brought it in: ${numberOf(counts.create, 'row')} added, ${numberOf(counts.change, 'row')} changed.`;
  const ended = {
    state: 'done',
    sentence,
    counts,
    endedAt: acting.at,
    bytes: null,
    view: null,
    done: null,
    total: null,
    beatAt: databaseClock,
  } as const;
  const [row] = await tx
    .update(imports)
    .set(ended)
    .where(and(eq(imports.id, id), oneOf(imports.state, 'working')))
    .returning({ id: imports.id });
  if (!row) throw new Refused('It was stopped meanwhile.');
}

const whatMoved = (rows: PlanRow[]): string => {
  const [first] = rows;
  const more = rows.length > 1 ? ` The same is so of ${numberOf(rows.length - 1, 'more row')}.` : '';
  return `${first?.what}: ${first?.sentence}${more} Look at what the file would do now.`;
};
