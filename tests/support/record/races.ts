import { and, eq, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import {
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { openRecord } from '@/db/events/opening';
import { deputies, editionRows, editions, events, readings, readingVersions } from '@/db/schema';
import type { EventKind } from '@/lib/record/event';
import { addMonths } from '@/lib/time/period';
import { at, content, ending, type Name, workingCouncil } from '../council/working-council';

/** The first month that the races are run in; each round has a month, and a day of its own soon after it. */
const first = '1990-01-01';

export type Ring = Awaited<ReturnType<typeof ring>>;

/** A council whose one bus measure goes back far enough for every round; rounds count on from one race to the next. */
export async function ring(db: Database) {
  const council = await workingCouncil(db, { buses: 1, from: first });
  // The rounds of a storm go on for longer than anybody deputises.
  await db.update(deputies).set({ untilDay: '2200-12-31' });
  await openRecord(db, at);
  let round = 0;
  const next = () => {
    const periodStart = addMonths(first, round);
    round += 1;
    const today = `${addMonths(first, round).slice(0, 8)}05`;
    const as = (name: Name, more: Partial<Acting> = {}) =>
      council.as(name, { at: `${today}T09:42:00Z`, today, ...more });
    const place = { code: 'bus-01', periodStart };
    const save = (version: number | null, reading = content(), name: Name = 'Olive') =>
      saveReading(db, as(name), { ...place, version, content: reading });
    const submit = async () => submitReading(db, as('Olive'), await save(null));
    const approve = async () => approveReading(db, as('Hana'), await submit());
    const acknowledged = Array.from({ length: round }, (_, earlier) => addMonths(first, earlier)).flatMap((start) =>
      ['open', 'overdue'].map((kind) => ({ finding: `${kind}:bus-01:${start}`, reason: 'Known' })),
    );
    const publish = () => publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
    return { periodStart, today, as, save, submit, approve, publish };
  };
  return { ...council, db, next };
}

type Round = ReturnType<Ring['next']>;
type Ending = Awaited<ReturnType<typeof ending<unknown>>>;

const won = (ends: Ending[]) => ends.filter((end) => 'done' in end).length;
const sentences = (ends: Ending[]) => ends.flatMap((end) => ('refused' in end ? [end.refused] : []));

/** How many events of a kind a reading has. */
const eventCount = (db: Database, readingId: number, kind: EventKind) =>
  db.$count(events, and(eq(events.subject, 'reading'), eq(events.subjectId, readingId), eq(events.kind, kind)));

const rowOf = async (db: Database, id: number) => {
  const [row] = await db.select().from(readings).where(eq(readings.id, id));
  if (!row) throw new Error('the reading is gone');
  return row;
};

/** Every loser has a sentence for a person, not the database's own word. */
function expectSentences(ends: Ending[], like: RegExp) {
  for (const sentence of sentences(ends)) expect(sentence).toMatch(like);
}

/** How many people set off at the same instant in the races of many; a storm has more. */
const crowd = Number(process.env.CANDOUR_STORM_CROWD ?? 4);

/** Each race: what is there before, what happens at once, and what must be true after. */
export const races: Record<string, (ring: Ring, round: Round) => Promise<void>> = {
  'two approvals': async ({ db }, { submit, as }) => {
    const submission = await submit();
    const ends = await Promise.all(
      Array.from({ length: crowd }, (_, i) => ending(approveReading(db, as(i % 2 ? 'Hana' : 'Dev'), submission))),
    );
    expect(won(ends)).toBe(1);
    expectSentences(
      ends,
      /^This reading is not waiting for approval\. (Hana|Dev|You) approved it at 10:42|^This reading .* approved it at/,
    );
    expect(await eventCount(db, submission.readingId, 'reading_approved')).toBe(1);
    expect(await eventCount(db, submission.readingId, 'step_refused')).toBe(crowd - 1);
  },

  'approve against edit': async ({ db }, { submit, save, as }) => {
    const submission = await submit();
    const edit = async () => {
      await withdrawReading(db, as('Olive'), submission);
      return submitReading(
        db,
        as('Olive'),
        await save(submission.version, content({ value: '12', unusual: 'Checked twice.' })),
      );
    };
    const ends = await Promise.all([ending(approveReading(db, as('Hana'), submission)), ending(edit())]);
    const row = await rowOf(db, submission.readingId);
    expect(won(ends)).toBe(1);
    expectSentences(ends, /^Only a submitted reading|^This reading is not waiting|^(You|Olive) changed the figure/);
    // What was approved is what was seen, or nothing is approved.
    expect([row.state, row.value, row.version]).toEqual(
      row.approvedBy ? ['approved', '91', 1] : ['submitted', '12', 2],
    );
    expect(await eventCount(db, submission.readingId, 'reading_approved')).toBe(row.approvedBy ? 1 : 0);
  },

  'submit twice': async ({ db }, { save, as }) => {
    const saved = await save(null);
    const ends = await Promise.all(Array.from({ length: crowd }, () => ending(submitReading(db, as('Olive'), saved))));
    expect(won(ends)).toBe(1);
    expectSentences(ends, /^This reading has been submitted already\. You submitted it at/);
    expect(await eventCount(db, saved.readingId, 'reading_submitted')).toBe(1);
  },

  'publish against return': async ({ db, buses }, { approve, publish, periodStart, as }) => {
    const approval = await approve();
    const [before] = [await db.$count(editions, eq(editions.serviceId, buses.id))];
    const [published, back] = await Promise.all([
      ending(publish()),
      ending(returnReading(db, as('Hana'), { ...approval, reason: 'Say more', suggested: null })),
    ]);
    const row = await rowOf(db, approval.readingId);
    const made = (await db.$count(editions, eq(editions.serviceId, buses.id))) - before;
    expect('done' in published || /^The next edition would be the same as edition/.test(published.refused)).toBe(true);
    if ('refused' in back) expect(back.refused).toMatch(/not published, can be returned\. It was published at/);
    expect(row.state).toBe('done' in back ? 'returned' : 'published');
    expect(made).toBe('done' in published ? 1 : 0);
    const [shown] = await db
      .select({ start: sql<string>`${editionRows.row} -> 'period' ->> 'start'` })
      .from(editionRows)
      .innerJoin(editions, eq(editions.id, editionRows.editionId))
      .where(eq(editions.serviceId, buses.id))
      .orderBy(sql`${editions.number} desc`)
      .limit(1);
    expect(shown?.start === periodStart).toBe(row.state === 'published');
  },

  'correction against correction': async ({ db }, { approve, publish, as }) => {
    const approval = await approve();
    await publish();
    const ends = await Promise.all(
      Array.from({ length: crowd }, () => ending(beginCorrection(db, as('Olive'), approval))),
    );
    expect(won(ends)).toBe(1);
    expectSentences(ends, /^A correction of this reading has been begun already/);
    const [open] = await db
      .select()
      .from(readings)
      .where(
        and(
          eq(readings.revision, 1),
          eq(readings.measureId, (await rowOf(db, approval.readingId)).measureId),
          eq(readings.periodStart, (await rowOf(db, approval.readingId)).periodStart),
        ),
      );
    expect(open?.state).toBe('draft');
    expect(await eventCount(db, open?.id ?? 0, 'correction_begun')).toBe(1);
  },

  'approve against withdraw': async ({ db }, { submit, as }) => {
    const submission = await submit();
    const ends = await Promise.all([
      ending(approveReading(db, as('Hana'), submission)),
      ending(withdrawReading(db, as('Olive'), submission)),
    ]);
    expect(won(ends)).toBe(1);
    expectSentences(
      ends,
      /^(This reading is not waiting for approval\. Olive withdrew it|Only a submitted reading .* Hana approved it)/,
    );
    const row = await rowOf(db, submission.readingId);
    expect(row.state).toBe('done' in (ends[0] as Ending) ? 'approved' : 'draft');
  },

  'edit against edit': async ({ db }, { save }) => {
    const saved = await save(null);
    const tries = Array.from({ length: crowd }, (_, i) => content({ value: String(60 + i), comments: `Tab ${i}.` }));
    const ends = await Promise.all(tries.map((reading) => ending(save(saved.version, reading))));
    const at = ends.findIndex((end) => 'done' in end);
    const row = await rowOf(db, saved.readingId);
    expect(won(ends)).toBe(1);
    expectSentences(
      ends,
      /^You changed the figure and the comments at 10:42|^You changed .* you saw version 1, it is now version 2\.$/,
    );
    expect([row.value, row.comments, row.version]).toEqual([tries[at]?.value, tries[at]?.comments, 2]);
    expect(await db.$count(readingVersions, eq(readingVersions.readingId, row.id))).toBe(2);
    expect(await eventCount(db, saved.readingId, 'reading_saved')).toBe(2);
  },

  'begin against begin': async ({ db }, { save, periodStart }) => {
    const tries = Array.from({ length: crowd }, (_, i) => content({ value: String(60 + i) }));
    const ends = await Promise.all(tries.map((reading) => ending(save(null, reading))));
    const winner = ends.flatMap((end) => ('done' in end ? [end.done as Changed] : []));
    expect(winner).toHaveLength(1);
    expectSentences(
      ends,
      /^You wrote this reading at .*; you opened it before anything was saved, it is now version 1\.$/,
    );
    expect(await db.$count(readings, eq(readings.periodStart, periodStart))).toBe(1);
    expect(await eventCount(db, winner[0]?.readingId ?? 0, 'reading_saved')).toBe(1);
  },
};

/** Runs a race so many times, each in a month of its own. */
export async function run(name: string, ring: Ring, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await races[name]?.(ring, ring.next());
}

/** Nothing in this database ever waited in a circle. */
export async function deadlocks(db: Database): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select deadlocks::int as n from pg_stat_database where datname = current_database()`,
  );
  return row?.n ?? -1;
}
