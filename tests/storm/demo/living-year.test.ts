import { expect, test } from 'vitest';
import { seedDemonstration } from '@/db/demo/seed';
import { freshDatabase } from '../../support/server/fresh-database';

test('the lived year is the same at every seeding: each edition has the same fingerprint, and each event the same hash', async () => {
  const marks = async () => {
    const { db, sql } = await freshDatabase();
    await seedDemonstration(db, 'living');
    return [await sql`select sha256 from editions order by id`, await sql`select hash from events order by id`];
  };
  const first = JSON.stringify(await marks());
  expect(JSON.stringify(await marks())).toBe(first);
  expect(first.length).toBeGreaterThan(20_000);
});
