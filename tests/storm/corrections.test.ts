import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { editionByNumber, rowsOf } from '@/db/queries/published/in-force';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editions, readings } from '@/db/schema';
import { refusal } from '../support/council/one-measure-council';
import { at, content, submitted, today, workingCouncil } from '../support/council/working-council';
import { freshDatabase } from '../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, trams } = await workingCouncil(db);
await openRecord(db, at);
const corrections = 200;

test(`a published figure corrected ${corrections} times: every edition stands as it was, and says what it changed`, async () => {
  const publish = () => publishEdition(db, as('Ada'), { service: 'trams', asAt: today, note: null, acknowledged: [] });
  let seen = await submitted(db, as('Otis'), 'tram-01', content({ value: '0' }));
  await approveReading(db, as('Hester'), seen);
  await publish();
  for (let n = 1; n <= corrections; n += 1) {
    const begun = await beginCorrection(db, as('Otis'), seen);
    const reading = content({ value: String(n % 100), publicNote: `Correction ${n}.` });
    seen = await saveReading(db, as('Otis'), {
      code: 'tram-01',
      periodStart: '2026-07-01',
      version: begun.version,
      content: reading,
    });
    await submitReading(db, as('Otis'), seen);
    await approveReading(db, as('Hester'), seen);
    await publish();
  }
  const all = await db.select().from(editions).where(eq(editions.serviceId, trams.id)).orderBy(asc(editions.number));
  expect(all).toHaveLength(corrections + 1);
  for (const [n, { id }] of all.entries()) {
    const [row] = await rowsOf(db, id);
    expect(row?.current.text).toBe(`${n % 100}%`);
    // Its page says that a newer one exists, and which.
    expect((await editionByNumber(db, 'trams', n + 1))?.latest?.number).toBe(corrections + 1);
    for (const statement of [
      sql`update editions set note = 'Forged' where id = ${id}`,
      sql`delete from editions where id = ${id}`,
      sql`update edition_rows set row = '{}' where edition_id = ${id}`,
      sql`delete from edition_rows where edition_id = ${id}`,
    ])
      expect(await refusal(db.execute(statement))).not.toBe('accepted');
    expect(row?.notes).toEqual(n === 0 ? [] : [`Revised: was ${(n - 1) % 100}%, now ${n % 100}%; Correction ${n}.`]);
  }
  expect(await db.$count(readings, eq(readings.state, 'published'))).toBe(corrections + 1);
  expect((await verifyRecord(db)).tampered).toBeNull();
}, 3_600_000);
