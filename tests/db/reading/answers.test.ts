import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { answers, editions, events, readings, readingVersions } from '@/db/schema';
import { content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 25 });
const { as, id } = await workingCouncil(db, { buses: 3 });
const twenty = <T>(work: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, n) => work(n)));
const eventCount = () => db.$count(events);

test('the same form sent twenty times at once saves once, and gets one answer', async () => {
  const keyed = as('Olive', { key: 'a'.repeat(16) });
  const reading = (n: number) => content({ comments: `Sent ${n}.` });
  const all = await twenty((n) =>
    saveReading(db, keyed, { code: 'bus-01', periodStart: '2026-07-01', version: null, content: reading(n) }),
  );
  for (const answer of all) expect(answer).toEqual(all[0]);
  expect(await db.$count(readings)).toBe(1);
  expect(await db.$count(readingVersions)).toBe(1);
  expect(await eventCount()).toBe(1);
});

test('later, after the reading has moved on, the same form still gets its first answer and changes nothing', async () => {
  const [first] = await db.select().from(readings);
  const seen = { readingId: first?.id ?? 0, version: 1 };
  const keyed = as('Olive', { key: 'b'.repeat(16) });
  const answer = await submitReading(db, keyed, seen);
  await approveReading(db, as('Hana'), seen);
  const before = await eventCount();
  expect(await submitReading(db, keyed, seen)).toEqual(answer);
  expect(await eventCount()).toBe(before);
});

test('one key serves several commands of one form, and another person’s same key is another one', async () => {
  const key = 'c'.repeat(16);
  const saved = await saveReading(db, as('Olive', { key }), {
    code: 'bus-02',
    periodStart: '2026-07-01',
    version: null,
    content: content(),
  });
  await submitReading(db, as('Olive', { key }), saved);
  await approveReading(db, as('Hana', { key }), saved);
  const [row] = await db.select().from(readings).where(eq(readings.id, saved.readingId));
  expect(row?.state).toBe('approved');
  expect(await db.$count(answers, eq(answers.personId, id.Olive))).toBe(4);
});

test('a try that was refused keeps no answer, so that the mended form goes through', async () => {
  const keyed = as('Oskar', { key: 'd'.repeat(16) });
  const place = { code: 'bus-03', periodStart: '2026-07-01', version: null };
  expect(await refused(saveReading(db, keyed, { ...place, content: content({ value: '9,3' }) }))).toMatch(/comma/);
  expect(await refused(saveReading(db, keyed, { ...place, content: content() }))).toBe('accepted');
});

test('twenty presses on publish make one edition', async () => {
  await submitted(db, as('Otis'), 'tram-01').then((seen) => approveReading(db, as('Hester'), seen));
  const keyed = as('Ada', { key: 'e'.repeat(16) });
  const all = await twenty(() =>
    publishEdition(db, keyed, { service: 'trams', asAt: today, note: null, acknowledged: [] }),
  );
  expect(all).toEqual(Array.from({ length: 20 }, () => ({ number: 1 })));
  expect(await db.$count(editions)).toBe(1);
});
