import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Transaction } from '@/db/connection/client';
import { asRefusal } from '@/db/connection/constraint';
import { record } from '@/db/events/record';
import { personById } from '@/db/facts/person';
import { factsOfReading, type MeasurePlace, type MeasureRow, type ReadingRow } from '@/db/facts/reading-record';
import { events, people, readings, readingVersions } from '@/db/schema';
import { Outdated, StepRefused } from '@/lib/form/refused';
import { type Person, worksFor } from '@/lib/people/person';
import { blankContent } from '@/lib/reading/content';
import { contentDifferences, namesOf } from '@/lib/reading/content-difference';
import { Stale } from '@/lib/reading/stale';
import { refusal, type Step, steps } from '@/lib/reading/workflow';
import type { Happening } from '@/lib/record/event';
import { formatInstant } from '@/lib/time/instant';
import type { Acting } from './acting';
import { answered } from './answers';

export const noSuchReading = 'There is no such reading.';

/** What a refused try would be recorded of; filled in as soon as it is known. */
export type Try = { of: Pick<Happening, 'serviceId' | 'subject' | 'subjectId' | 'details'> | null };

/**
 * One road for every change: a transaction, in which the same form is answered once; a try that is refused for who asks, or
 * for what happened meanwhile, is kept in the record by a transaction of its own, after this one has left no trace.
 */
export async function change<T>(
  db: Database,
  acting: Acting,
  command: string,
  work: (tx: Transaction, tried: Try) => Promise<T>,
): Promise<T> {
  const tried: Try = { of: null };
  try {
    return await db.transaction((tx) => answered(tx, acting, command, () => work(tx, tried)));
  } catch (error) {
    const refused = asRefusal(error);
    if (refused instanceof StepRefused && tried.of) await recordRefusal(db, acting, tried.of, refused.message);
    throw refused;
  }
}

async function recordRefusal(db: Database, acting: Acting, of: NonNullable<Try['of']>, why: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.id, acting.who));
    const told = { at: acting.at, actorId: known?.id ?? null, kind: 'step_refused' } as const;
    await record(tx, { ...told, ...of, details: { ...of.details, why } });
  });
}

/** The person who acts, as the record has them inside this transaction. */
export async function actor(tx: Transaction, acting: Acting): Promise<Person> {
  const who = await personById(tx, acting.who);
  if (!who) throw new StepRefused('You are not known here any more: sign in again, or ask your administrator.');
  return who;
}

type Asked = { step: Step; periodStart: string; seen: number | null };

/** Throws unless this person may take this step with what is there now, and has seen it as it is now. */
export async function permit(
  tx: Transaction,
  acting: Acting,
  who: Person,
  { measure }: MeasurePlace,
  reading: ReadingRow | null,
  { step, periodStart, seen }: Asked,
): Promise<void> {
  if (!worksFor(who, measure.serviceId, acting.today)) throw new StepRefused(noSuchReading);
  const facts = factsOfReading(measure, reading, periodStart, acting.today);
  const why = refusal(who, step, facts, acting.today);
  if (!steps[step].may(who, facts, acting.today)) throw new StepRefused(why ?? steps[step].otherwise);
  if (reading && reading.version !== seen) throw await stale(tx, who, measure, reading, seen);
  if (why) throw new Outdated(`${why}${reading ? await lastMove(tx, who, reading) : ''}`);
}

/** What says that this reading is not as it was seen: who changed what, and when. */
async function stale(tx: Transaction, who: Person, measure: MeasureRow, reading: ReadingRow, seen: number | null) {
  const kept = await tx
    .select({
      version: readingVersions.version,
      content: readingVersions.content,
      at: readingVersions.at,
      by: people.id,
      name: people.name,
    })
    .from(readingVersions)
    .innerJoin(readings, eq(readings.id, readingVersions.readingId))
    .innerJoin(people, eq(people.id, readingVersions.authorId))
    .where(
      and(
        eq(readings.measureId, measure.id),
        eq(readings.periodStart, reading.periodStart),
        inArray(readingVersions.version, [reading.version, seen ?? 0]),
      ),
    );
  const now = kept.find(({ version }) => version === reading.version);
  const then = kept.find(({ version }) => version === seen);
  const differences = contentDifferences(then?.content ?? blankContent, now?.content ?? blankContent, measure);
  const what =
    seen === null ? 'wrote this reading' : `changed ${namesOf(differences.map(({ what }) => what)) ?? 'this reading'}`;
  const when = now ? ` at ${formatInstant(now.at)}` : '';
  const before = seen === null ? 'you opened it before anything was saved' : `you saw version ${seen}`;
  return new Stale(
    `${now ? nameFor(who, now) : 'Somebody'} ${what}${when}; ${before}, it is now version ${reading.version}.`,
    { readingId: reading.id, seen, now: reading.version, differences },
  );
}

const nameFor = (who: Person, { by, name }: { by: number | null; name: string | null }): string =>
  by === who.id ? 'You' : (name ?? 'Somebody');

const moves = {
  reading_saved: 'saved it',
  reading_submitted: 'submitted it',
  reading_withdrawn: 'withdrew it',
  reading_approved: 'approved it',
  reading_returned: 'returned it',
  correction_begun: 'began this correction',
} as const;
type Move = keyof typeof moves;

/** What was last done with a reading, as a sentence after the one that refuses: ' Hana Malik approved it at …'. */
async function lastMove(tx: Transaction, who: Person, reading: ReadingRow): Promise<string> {
  if (reading.publishedAt) return ` It was published at ${formatInstant(reading.publishedAt)}.`;
  const [last] = await tx
    .select({ kind: events.kind, at: events.at, by: events.actorId, name: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.subject, 'reading'),
        eq(events.subjectId, reading.id),
        inArray(events.kind, Object.keys(moves) as Move[]),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return last ? ` ${nameFor(who, last)} ${moves[last.kind as Move]} at ${formatInstant(last.at)}.` : '';
}
