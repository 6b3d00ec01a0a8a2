import { inArray } from 'drizzle-orm';
import { submitInto } from '@/db/commands/reading/reading-steps';
import { type Beginning, beginReadings, type Changed } from '@/db/commands/reading/reading-versions';
import { askAround, rewrite } from '@/db/commands/reading/rewrite';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { contentOf, lockReading, type MeasureRow, measurePlace } from '@/db/facts/reading-record';
import { measures } from '@/db/schema';
import type { Task } from '@/lib/bring-in/plan/row/planned';
import { Refused } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';

export type ReadingTask = Extract<Task, { step: 'write_reading' }>;

/** Measures by their codes, as they are in this transaction. */
export async function measuresOf(tx: Transaction, codes: string[]): Promise<Map<string, MeasureRow>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.select().from(measures).where(inArray(measures.code, codes));
  return new Map(rows.map((measure) => [measure.code, measure]));
}

/** Writes the drafts of a file: new ones many at once, and others over the drafts that are there. Answers each in the order of the tasks. */
export async function writeReadings(
  tx: Transaction,
  acting: Acting,
  tasks: ReadingTask[],
  written: (count: number) => Promise<void>,
): Promise<Changed[]> {
  const held = await measuresOf(tx, [...new Set(tasks.map(({ code }) => code))]);
  const measureOf = (code: string): MeasureRow => {
    const measure = held.get(code);
    if (!measure) throw new Refused(`There is no measure ${code} any more.`);
    return measure;
  };
  const fresh = tasks.filter(({ readingId }) => readingId === null);
  const beginnings = fresh.map(
    ({ code, start, content }): Beginning => ({ measure: measureOf(code), periodStart: start, content }),
  );
  const begun = await beginReadings(tx, { who: acting.who, at: acting.at }, beginnings, { written });
  const changed = new Map<ReadingTask, Changed>(fresh.map((task, index) => [task, begun[index] as Changed]));
  for (const task of tasks) {
    if (task.readingId === null) continue;
    changed.set(task, await rewriteDraft(tx, acting, task.readingId, task));
    await written(changed.size);
  }
  return tasks.map((task) => changed.get(task) as Changed);
}

async function rewriteDraft(
  tx: Transaction,
  acting: Acting,
  readingId: number,
  { content }: ReadingTask,
): Promise<Changed> {
  const reading = await lockReading(tx, readingId);
  const place = reading && (await measurePlace(tx, { id: reading.measureId }));
  if (!reading || !place) throw new Refused('A reading is not there any more.');
  const around = await askAround(tx, reading);
  return rewrite(tx, acting, place, { reading, before: await contentOf(tx, reading), after: content, around });
}

/** Submits what an owner brought; answers why each that lacks something stays a draft, null for those that are submitted. */
export async function submitAll(
  tx: Transaction,
  who: Person,
  acting: Acting,
  written: Changed[],
): Promise<(string | null)[]> {
  const answers: (string | null)[] = [];
  for (const { readingId } of written) {
    const reading = await lockReading(tx, readingId);
    const place = reading && (await measurePlace(tx, { id: reading.measureId }));
    if (!reading || !place) throw new Refused('A reading is not there any more.');
    try {
      await submitInto({ tx, who, place, reading, content: await contentOf(tx, reading) }, acting);
      answers.push(null);
    } catch (error) {
      // What a reading lacks is found before anything is written.
      if (!(error instanceof Refused)) throw error;
      answers.push(error.message);
    }
  }
  return answers;
}
