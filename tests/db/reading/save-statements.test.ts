import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, submitReading } from '@/db/commands/reading/reading-steps';
import { readingForm } from '@/db/queries/reading/reading-form';
import { readingPage } from '@/db/queries/reading/reading-page';
import { readings } from '@/db/schema';
import { at, content, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase({ max: 1 });
const { as, person } = await workingCouncil(db, { buses: 2, from: '2025-09-01' });
const olive = await person('Olive');
const place = { code: 'bus-01', periodStart: '2026-07-01' };

/** How many statements a piece of work sends to the database, the beginning and the end of its transaction included. */
async function statements<T>(work: () => Promise<T>): Promise<{ answer: T; count: number }> {
  let count = 0;
  Object.assign(sql.options, {
    debug: () => {
      count += 1;
    },
  });
  const answer = await work();
  Object.assign(sql.options, { debug: false });
  return { answer, count };
}

/** What the form of a reading asks and does when it is saved, or saved to be checked. */
const save = (version: number | null, value: string, key: string, check = false) =>
  statements(async (): Promise<Changed> => {
    const form = await readingForm(db, olive, place.code, place.periodStart, today);
    if (check) await form?.usual();
    const reading = content({ value, unusual: 'Checked twice.' });
    return saveReading(db, as('Olive', { key: key.repeat(16) }), { ...place, version, content: reading });
  });

test('a save is judged and kept in few statements, however many readings there are', async () => {
  const first = await save(null, '91', 'a');
  expect(first.count).toBeLessThanOrEqual(15);
  const second = await save(first.answer.version, '92', 'b');
  expect(second.count).toBeLessThanOrEqual(15);
  for (let month = 9; month <= 18; month += 1) {
    const periodStart = `${month > 12 ? 2026 : 2025}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
    const reading = content({ value: String(80 + month), unusual: 'Yes.' });
    const seen = await saveReading(db, as('Olive'), { code: 'bus-01', periodStart, version: null, content: reading });
    await submitReading(db, as('Olive'), seen);
    await approveReading(db, as('Hana'), seen);
  }
  const third = await save(second.answer.version, '93', 'c', true);
  expect(third.count).toBeLessThanOrEqual(15);
  const handed = await statements(() => submitReading(db, as('Olive', { key: 'd'.repeat(16) }), third.answer));
  // The checks of its words ask as many questions for one reading as for any number of them.
  expect(handed.count).toBeLessThanOrEqual(11);
  const approved = await statements(() => approveReading(db, as('Hana', { key: 'e'.repeat(16) }), third.answer));
  expect(approved.count).toBeLessThanOrEqual(11);
});

test('the form is judged by what the page of the reading shows, a correction too', async () => {
  const [published] = await db
    .update(readings)
    .set({ state: 'published', publishedAt: at })
    .where(eq(readings.periodStart, '2026-06-01'))
    .returning();
  await beginCorrection(db, as('Olive'), { readingId: published?.id ?? 0, version: published?.version ?? 0 });
  expect((await readingForm(db, olive, 'bus-01', '2026-06-01', today))?.correction).toBe(true);
  for (const [code, start] of [
    ['bus-01', '2026-07-01'],
    ['bus-01', '2026-06-01'],
    ['bus-02', '2026-07-01'],
    ['tram-01', '2026-07-01'],
    ['bus-99', '2026-07-01'],
    ['bus-01', '2026-07-02'],
    ['bus-01', '2026-09-01'],
    ['bus-01', '2025-08-01'],
    ['bus-01', 'soon'],
  ] as const) {
    const page = await readingPage(db, olive, code, start, today);
    const form = await readingForm(db, olive, code, start, today);
    expect(form === null, `${code} ${start}`).toBe(page === null);
    if (!page || !form) continue;
    expect(page.measure).toMatchObject(form.measure);
    expect(form.correction).toBe(page.revision > 0);
    expect(await form.usual()).toEqual(page.usual);
  }
  for (const name of ['Cal', 'Otis', 'Nora'] as const)
    expect(await readingForm(db, await person(name), 'bus-01', '2026-07-01', today)).toBeNull();
});
