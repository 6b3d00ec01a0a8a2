import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, afterEach, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { connect, type Database } from '@/db/connection/client';
import { people } from '@/db/schema';
import { content, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, name } = await freshDatabase({ max: 1 });
const { as, id } = await workingCouncil(db, { buses: 5 });

/** The statements that the one connection of a pool has prepared, and how often each was run. */
const prepared = (own: Database) =>
  own.execute<{ text: string; runs: number }>(
    sql`select statement as text, (generic_plans + custom_plans)::int as runs from pg_prepared_statements`,
  );
const runsOf = async (own: Database, part: string): Promise<number[]> =>
  (await prepared(own)).filter(({ text }) => text.includes(part)).map(({ runs }) => runs);

const address = process.env.DATABASE_URL;
afterEach(() => {
  if (address === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = address;
});

test('a statement that comes again is prepared once and run by its name, in a transaction and a part of one as well', async () => {
  const ask = (own: Pick<Database, 'select'>) =>
    own.select({ email: people.email }).from(people).where(eq(people.id, id.Ada));
  await ask(db);
  await ask(db);
  await db.transaction(async (tx) => {
    await ask(tx);
    await tx.transaction((inner) => ask(inner));
  });
  // The first run did not show yet that it comes again.
  expect(await runsOf(db, 'select "email" from "people"')).toEqual([3]);
});

test('a list whose length varies has no name', async () => {
  const list = Array.from({ length: 10 }, (_, n) => n);
  for (let run = 0; run < 3; run += 1)
    await db.select({ at: people.leftAt }).from(people).where(inArray(people.id, list));
  expect(await runsOf(db, 'select "left_at" from "people"')).toEqual([]);
});

test('where the address says so no statement has a name', async () => {
  const own = new URL(address ?? `postgres:///${name}`);
  own.searchParams.set('prepare', 'false');
  process.env.DATABASE_URL = own.href;
  const pool = connect({ max: 1 });
  afterAll(pool.end);
  for (let run = 0; run < 3; run += 1)
    await pool.db.select({ email: people.email }).from(people).where(eq(people.id, id.Ada));
  expect(await prepared(pool.db)).toEqual([]);
});

test('another reading that walks the road is parsed no more', async () => {
  const { db: own, end } = connect({ database: name, max: 1 });
  afterAll(end);
  const walk = async (code: string) => {
    const saved = await saveReading(own, as('Olive'), {
      code,
      periodStart: '2026-07-01',
      version: null,
      content: content(),
    });
    await submitReading(own, as('Olive'), saved);
    await approveReading(own, as('Hana'), saved);
    return (await prepared(own)).length;
  };
  await walk('bus-01');
  await walk('bus-02');
  const named = (await prepared(own)).length;
  expect(named).toBeGreaterThan(15);
  await walk('bus-04');
  expect((await prepared(own)).length).toBe(named);
});

test('what comes once has no name, and no more is named than connections can hold', async () => {
  const { db: own, end } = connect({ database: name, max: 1 });
  afterAll(end);
  const ask = async (n: number) => {
    await own.execute(sql`select ${n}::int as ${sql.identifier(`n${n}`)}`);
  };
  for (let n = 0; n < 200; n += 1) await ask(n);
  expect(await runsOf(own, '::int as "n')).toEqual([]);
  for (let n = 0; n < 1_200; n += 1) {
    await ask(n);
    await ask(n);
  }
  const { length } = await runsOf(own, '::int as "n');
  expect(length).toBeGreaterThan(500);
  expect(length).toBeLessThanOrEqual(1_000);
});
