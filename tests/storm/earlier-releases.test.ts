import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { databaseOf, firstRelease, migrating, schemaNow, wholeAndNew } from '../support/record/earlier-release';
import { journal } from '../support/record/earlier-schema';
import { freshDatabase } from '../support/server/fresh-database';

const { sql, name } = await freshDatabase();
const rounds = Number(process.env.CANDOUR_STORM_MIGRATIONS || 30);
const releases = journal.entries.map((_, index) => index + 1).filter((count) => count >= firstRelease);

/** Does something with a database of a release, which is dropped after. */
async function withRelease(migrations: number, work: (open: Awaited<ReturnType<typeof databaseOf>>) => Promise<void>) {
  const database = `${name}_from_${migrations}`;
  const open = await databaseOf(sql, migrations, database);
  try {
    await work(open);
  } finally {
    await open.end();
    await sql.unsafe(`drop database ${database} with (force)`);
  }
}

test(`${rounds} times two processes that migrate at once, from each release in turn: both end well, each row is there`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const from = releases[round % releases.length] as number;
    await withRelease(from, async (open) => {
      const database = `${name}_from_${from}`;
      const two = [migrating(database), migrating(database)];
      expect(await Promise.all(two.map(({ gone }) => gone)), `round ${round}, from ${from}`).toEqual([0, 0]);
      expect(await schemaNow(open.sql)).toEqual(wholeAndNew);
    });
  }
}, 1_800_000);

test(`${rounds} times killed at random, from each release in turn: the schema is the old or the new one, the next run completes`, async () => {
  const cut = { old: 0, new: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const from = releases[round % releases.length] as number;
    await withRelease(from, async (open) => {
      const database = `${name}_from_${from}`;
      const first = migrating(database);
      // Mostly while it migrates: it begins when its session holds the lock.
      const begun = () => open.sql`select from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and d.datname = ${database}`;
      while (first.child.exitCode === null && (await begun()).length === 0) await wait(2);
      await wait(Math.random() * 250);
      first.child.kill('SIGKILL');
      await first.gone;
      // Its session may still be at work for a moment.
      await expect.poll(async () => (await begun()).length, { timeout: 30_000 }).toBe(0);
      const { applied, rows } = await schemaNow(open.sql);
      expect([from, journal.entries.length], `round ${round}`).toContain(applied?.n);
      cut[applied?.n === journal.entries.length ? 'new' : 'old'] += 1;
      expect(rows).toEqual(wholeAndNew.rows);
      expect(await migrating(database).gone).toBe(0);
      expect(await schemaNow(open.sql)).toEqual(wholeAndNew);
    });
  }
  console.log(`Killed: ${cut.old} had the old schema, ${cut.new} the new one.`);
}, 1_800_000);
