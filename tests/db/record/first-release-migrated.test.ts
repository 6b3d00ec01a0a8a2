import { expect, test } from 'vitest';
import { migrate } from '@/db/set-up/migrate';
import { databaseOf, firstRelease, migrating, schemaNow, wholeAndNew } from '../../support/record/earlier-release';
import { freshDatabase } from '../../support/server/fresh-database';

const { sql, name } = await freshDatabase();
const correction = (revision: number, reason: string | null) => ({
  measure_id: 1,
  period_start: '2026-07-01',
  revision,
  version: revision + 1,
  state: 'published',
  value: '95',
  authors: [1],
  submitted_by: 1,
  submitted_at: '2026-08-20',
  approved_by: 2,
  approved_at: '2026-08-20',
  approved_hash: 'b'.repeat(64),
  published_at: '2026-08-20',
  public_note: 'Again.',
  revision_reason: reason,
});

test('from the first release: killed on the way and started twice at once, the schema is whole and every row is there', async () => {
  const database = `${name}_earlier`;
  const open = await databaseOf(sql, firstRelease, database);
  try {
    for (let round = 0; round < 3; round += 1) {
      const { child, gone } = migrating(database);
      setTimeout(() => child.kill('SIGKILL'), 300 + Math.random() * 900);
      await gone;
    }
    await Promise.all([migrate({ database }), migrate({ database })]);
    expect(await schemaNow(open.sql)).toEqual(wholeAndNew);
    expect((await open.sql`select from readings where revision_reason is not null`).length).toBe(0);
    // What was published before there were classes stands; what is written since has one.
    const refused = open.sql`insert into readings ${open.sql([correction(2, null)])}`;
    await expect(refused).rejects.toMatchObject({ constraint_name: 'a_correction_has_a_class' });
    await open.sql`insert into readings ${open.sql([correction(2, 'error')])}`;
  } finally {
    await open.end();
    await sql.unsafe(`drop database ${database} with (force)`);
  }
}, 120_000);
