import { and, desc, eq } from 'drizzle-orm';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import type { Database } from '@/db/connection/client';
import { actions, measures, readings } from '@/db/schema';
import { blankContent, type Content } from '@/lib/reading/content';
import { londonInstant } from '@/lib/time/instant';
import type { ReadingStep, StoryStep } from './story-step';

/** Who owns the measures of a service and who heads it, by their ids. */
export type Hands = { owner: number; head: number };
type Correction = Extract<StoryStep, { do: 'correct' }>;

/** Who acts at a time of a day. */
const acting = (who: number, day: string, time: string) => ({ who, at: londonInstant(day, time), today: day });

/** Has a reading written, submitted and approved on one day, or left where the story leaves it. */
export async function walkReading(
  db: Database,
  step: ReadingStep & { on: string },
  { owner, head }: Hands,
): Promise<void> {
  const { code, start, on, invented, judged = null, left } = step;
  const completed = await actionsOf(db, code, step.done ?? []);
  const content: Content = { ...blankContent, ...step.content, completed };
  const saving = { code, periodStart: start, version: null, content, illustrative: invented };
  const saved = await saveReading(db, acting(owner, on, '09:00'), saving);
  if (left === 'draft') return;
  const submitted = await submitReading(db, acting(owner, on, '09:20'), saved);
  if (left === 'submitted') return;
  const reviewing = acting(head, on, '11:00');
  if (left) {
    const { returned, suggested } = left;
    await returnReading(db, reviewing, { ...submitted, reason: returned, suggested });
  } else await approveReading(db, reviewing, { ...submitted, judged });
}

/** Has a published reading corrected: begun, written and submitted by its owner, approved by the head of the service. */
export async function walkCorrection(
  db: Database,
  step: Correction & { on: string },
  { owner, head }: Hands,
): Promise<void> {
  const { code, start, on, publicNote, revisionReason } = step;
  const published = await readingAt(db, code, start);
  const begun = await beginCorrection(db, acting(owner, on, '13:00'), published);
  const content: Content = { ...published.content, ...step.content, publicNote, revisionReason };
  const saving = { code, periodStart: start, version: begun.version, content };
  const saved = await saveReading(db, acting(owner, on, '13:20'), saving);
  const submitted = await submitReading(db, acting(owner, on, '13:30'), saved);
  await approveReading(db, acting(head, on, '15:00'), submitted);
}

/** The newest reading of a period, with what it says. */
async function readingAt(db: Database, code: string, start: string) {
  const [row] = await db
    .select({ reading: readings })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(and(eq(measures.code, code), eq(readings.periodStart, start)))
    .orderBy(desc(readings.revision))
    .limit(1);
  if (!row) throw new Error(`${code} has no reading from ${start}`);
  const { id: readingId, version } = row.reading;
  const planned = await db.select().from(actions).where(eq(actions.readingId, readingId)).orderBy(actions.position);
  const content: Content = {
    ...blankContent,
    value: row.reading.value,
    comments: row.reading.comments,
    completed: row.reading.completed,
    actions: planned.map(({ text, owner, dueOn }) => ({ text, owner, due: dueOn })),
  };
  return { readingId, version, content };
}

/** All actions of the readings of some periods, as a later reading says that they are done. */
async function actionsOf(db: Database, code: string, starts: string[]): Promise<Content['completed']> {
  const periods = await Promise.all(starts.map((start) => readingAt(db, code, start)));
  return periods.flatMap(({ content }, index) =>
    content.actions.map(({ text }) => ({ start: starts[index] ?? '', text })),
  );
}
