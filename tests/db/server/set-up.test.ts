import { expect, test } from 'vitest';
import { connect } from '@/db/connection/client';
import { seedDemonstration } from '@/db/demo/seed';
import { council, editions, events } from '@/db/schema';
import { migrate } from '@/db/set-up/migrate';
import { refusal } from '../../support/council/one-measure-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql, name } = await freshDatabase();

test('eight servers that start together on an empty database migrate it once', async () => {
  const empty = `${name}_empty`;
  await sql.unsafe(`create database ${empty}`);
  try {
    await Promise.all(Array.from({ length: 8 }, () => migrate({ database: empty })));
    const fresh = connect({ database: empty, max: 1 });
    const [applied] =
      await fresh.sql`select count(*)::int as n, count(distinct hash)::int as kinds from drizzle.__drizzle_migrations`;
    expect(applied?.n).toBe(applied?.kinds);
    expect(await fresh.db.$count(council)).toBe(0);
    await fresh.end();
  } finally {
    await sql.unsafe(`drop database ${empty} with (force)`);
  }
});

test('four seeders at once: one seeds, the others find it there', async () => {
  const results = await Promise.all(Array.from({ length: 4 }, () => seedDemonstration(db)));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await db.$count(editions)).toBe(2);
  // The seed, the two editions, and the council's licence.
  expect(await db.$count(events)).toBe(4);
});

test('a database with a council of its own is never seeded', async () => {
  await db.update(council).set({ demonstration: null });
  expect(await refusal(seedDemonstration(db))).toMatch(/holds a council already/);
});
