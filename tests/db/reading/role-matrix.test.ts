import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import {
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { events, readings } from '@/db/schema';
import type { State, Step } from '@/lib/reading/workflow';
import { content, type Name, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, id } = await workingCouncil(db, { buses: 1, from: '2006-01-01' });
const names: Name[] = ['Olive', 'Hana', 'Dev', 'Ada', 'Adam', 'Cal', 'Otis', 'Hester', 'Nora'];
const code = 'bus-01';

/** Who may take a step at the command, and from where. */
const allowed: Record<Step, { who: Name[]; from: (State | null)[] }> = {
  save: { who: ['Olive'], from: [null, 'draft', 'returned'] },
  submit: { who: ['Olive'], from: ['draft', 'returned'] },
  withdraw: { who: ['Olive'], from: ['submitted'] },
  approve: { who: ['Hana', 'Dev'], from: ['submitted'] },
  return: { who: ['Hana', 'Dev'], from: ['submitted', 'approved'] },
  correct: { who: ['Olive'], from: ['published'] },
};
/** Who works for Buses, and so is told why not; to everybody else there is no such reading. */
const inside: Name[] = ['Olive', 'Hana', 'Dev', 'Ada'];

const months = Array.from(
  { length: 240 },
  (_, i) => `${2006 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
);
let used = 0;

type There = { periodStart: string; seen: Changed | null };

/** A reading of a month of its own, brought to a state by those who may. */
async function bring(state: State | null): Promise<There> {
  const periodStart = months[used++] as string;
  const reading = content({ unusual: 'It is a test.' });
  if (state === null) return { periodStart, seen: null };
  const seen = await saveReading(db, as('Olive'), { code, periodStart, version: null, content: reading });
  if (state === 'draft') return { periodStart, seen };
  await submitReading(db, as('Olive'), seen);
  if (state === 'submitted') return { periodStart, seen };
  if (state === 'returned') await returnReading(db, as('Hana'), { ...seen, reason: 'Say more', suggested: null });
  else await approveReading(db, as('Hana'), seen);
  if (state === 'published')
    await db
      .update(readings)
      .set({ state, publishedAt: '2026-08-17T09:42:00Z' })
      .where(eq(readings.id, seen.readingId));
  return { periodStart, seen };
}

const take: Record<Step, (who: Name, there: There) => Promise<unknown>> = {
  save: (who, { periodStart, seen }) =>
    saveReading(db, as(who), {
      code,
      periodStart,
      version: seen?.version ?? null,
      content: content({ comments: `By ${who}.`, unusual: 'Yes.' }),
    }),
  submit: (who, { seen }) => submitReading(db, as(who), seen as Changed),
  withdraw: (who, { seen }) => withdrawReading(db, as(who), seen as Changed),
  approve: (who, { seen }) => approveReading(db, as(who), seen as Changed),
  return: (who, { seen }) => returnReading(db, as(who), { ...(seen as Changed), reason: 'Say more', suggested: null }),
  correct: (who, { seen }) => beginCorrection(db, as(who), seen as Changed),
};

const states = [null, 'draft', 'submitted', 'returned', 'approved', 'published'] as const;
const matrix = states.flatMap((state) =>
  (Object.keys(allowed) as Step[]).filter((step) => step === 'save' || state !== null).map((step) => ({ state, step })),
);

describe(`every role × every step × every state at the command: ${matrix.length * names.length} tries`, () => {
  test.each(matrix)(
    '$step from $state',
    async ({ state, step }) => {
      let there = await bring(state);
      for (const who of names) {
        const may = allowed[step].who.includes(who) && allowed[step].from.includes(state);
        const [before, tries] = [await snapshot(there), await refusals()];
        const sentence = await refused(take[step](who, there));
        if (may) {
          expect(sentence, `${who} may`).toBe('accepted');
          expect(await refusals()).toBe(tries);
          there = await bring(state);
        } else {
          expect(sentence, `${who} may not`).not.toBe('accepted');
          expect(sentence === 'There is no such reading.', `${who} is told: ${sentence}`).toBe(!inside.includes(who));
          // A refused try changes nothing, and is kept in the record.
          expect(await snapshot(there)).toEqual(before);
          expect(await refusals()).toBe(tries + 1);
        }
      }
    },
    60_000,
  );
});

const refusals = () => db.$count(events, eq(events.kind, 'step_refused'));
const snapshot = ({ periodStart }: There) =>
  db
    .select()
    .from(readings)
    .where(and(eq(readings.periodStart, periodStart)));

describe('publishing', () => {
  beforeAll(async () => {
    await submitted(db, as('Otis'), 'tram-01').then((seen) => approveReading(db, as('Hester'), seen));
  });

  test.each(names.filter((name) => name !== 'Ada'))('%s cannot publish', async (who) => {
    const tries = await refusals();
    const publication = { service: 'trams', asAt: today, note: null, acknowledged: [] };
    expect(await refused(publishEdition(db, as(who), publication))).toBe(
      'Only the performance officer can publish an edition.',
    );
    expect(await refusals()).toBe(tries + 1);
  });

  test('nobody can who has left, or who was never there', async () => {
    const publication = { service: 'trams', asAt: today, note: null, acknowledged: [] };
    for (const who of [id.Nora + 1000, 0])
      expect(await refused(publishEdition(db, { ...as('Ada'), who }, publication))).toMatch(/not known here any more/);
  });
});
