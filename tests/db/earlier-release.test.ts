import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { migrate } from '@/db/migrate';
import { journal, schemaOf } from '../support/earlier-schema';
import { freshDatabase } from '../support/fresh-database';

const { sql, name } = await freshDatabase();
/** How many migrations the first release had, which must keep on being brought up to date. */
const firstRelease = 2;

/** A database as a release of so many migrations left it, with a published figure and its correction. */
async function databaseOf(migrations: number, database: string) {
  const open = await schemaOf(sql, migrations, database);
  await open.sql`insert into council (name, contact) values ('Testshire', 'figures@testshire.example')`;
  await open.sql`insert into people (name, email) values ('Olive', 'o@t.example'), ('Hana', 'h@t.example')`;
  await open.sql`insert into services (slug, name, position) values ('buses', 'Buses', 1)`;
  await open.sql`
    insert into measures (service_id, number, code, title, definition, unit, decimals, polarity, frequency, "window",
      lag_days, required_from, comparator, counts_people)
    values (1, 1, 'bus-01', 'Buses on time', 'On time.', 'percent', 0, 'higher', 'monthly', 'single', 20, '2026-04-01',
      'previous_period', false)`;
  for (const revision of [0, 1])
    await open.sql`
      insert into readings (measure_id, period_start, revision, version, state, value, authors, submitted_by, submitted_at,
        approved_by, approved_at, approved_hash, published_at, public_note)
      values (1, '2026-07-01', ${revision}, ${revision + 1}, 'published', ${90 + revision}, '{1}', 1, now(), 2, now(),
        ${'a'.repeat(64)}, now(), ${revision === 0 ? null : 'Counted twice.'})`;
  return open;
}

const correction = (revision: number, reason: string | null) => ({
  ...{ measure_id: 1, period_start: '2026-07-01', revision, version: revision + 1, state: 'published', value: '95' },
  ...{ authors: [1], submitted_by: 1, submitted_at: '2026-08-20', approved_by: 2, approved_at: '2026-08-20' },
  ...{ approved_hash: 'b'.repeat(64), published_at: '2026-08-20', public_note: 'Again.', revision_reason: reason },
});

test('from the first release: killed on the way and started twice at once, the schema is whole and every row is there', async () => {
  const database = `${name}_earlier`;
  const open = await databaseOf(firstRelease, database);
  try {
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'scripts/migrate.ts'], {
        env: { ...process.env, ...(process.env.DATABASE_URL ? {} : { PGDATABASE: database }) },
        stdio: 'ignore',
      });
      const gone = new Promise((resolve) => child.once('exit', resolve));
      setTimeout(() => child.kill('SIGKILL'), 300 + Math.random() * 900);
      await gone;
    }
    await Promise.all([migrate({ database }), migrate({ database })]);
    const [applied] = await open.sql`
      select count(*)::int as n, count(distinct hash)::int as kinds from drizzle.__drizzle_migrations`;
    expect(applied).toEqual({ n: journal.entries.length, kinds: journal.entries.length });
    const rows = await open.sql`select revision, value, public_note, revision_reason from readings order by revision`;
    expect([...rows]).toEqual([
      { revision: 0, value: '90', public_note: null, revision_reason: null },
      { revision: 1, value: '91', public_note: 'Counted twice.', revision_reason: null },
    ]);
    // What was published before there were classes stands; what is written since has one.
    const refused = open.sql`insert into readings ${open.sql([correction(2, null)])}`;
    await expect(refused).rejects.toMatchObject({ constraint_name: 'a_correction_has_a_class' });
    await open.sql`insert into readings ${open.sql([correction(2, 'error')])}`;
  } finally {
    await open.end();
    await sql.unsafe(`drop database ${database} with (force)`);
  }
}, 120_000);
