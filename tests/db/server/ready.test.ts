import { expect, test } from 'vitest';
import { openRecord } from '@/db/events/opening';
import { recordGauges } from '@/db/queries/server/record-gauges';
import { migrationsOf } from '@/db/queries/server/server-health';
import { at, workingCouncil } from '../../support/council/working-council';
import { asServing } from '../../support/record/as-serving';
import { freshDatabase } from '../../support/server/fresh-database';

const owner = await freshDatabase();
await workingCouncil(owner.db, { buses: 1 });
await openRecord(owner.db, at);
const serving = await asServing(owner);

test('the role that serves is shown whether its database is as new as this build, and nothing else of the migrations', async () => {
  expect(await migrationsOf(serving.db)).toBe('current');
  await owner.sql`update drizzle.__drizzle_migrations set created_at = created_at + 1
    where id = (select max(id) from drizzle.__drizzle_migrations)`;
  expect(await migrationsOf(serving.db)).toBe('ahead');
  await owner.sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
  expect(await migrationsOf(serving.db)).toBe('behind');
  await expect(serving.sql`select hash from drizzle.__drizzle_migrations`).rejects.toMatchObject({ code: '42501' });
  await owner.sql`revoke all on schema drizzle from public`;
  await owner.sql.unsafe(`revoke all on schema drizzle from "${serving.role}"`);
  expect(await migrationsOf(serving.db)).toBeNull();
});

test('the gauges of the record are read as the role that serves, and say numbers and moments alone', async () => {
  const { connections, jobs, published, head, headsAway } = await recordGauges(serving.db, ['sweep', 'nothing']);
  expect(connections.find(({ state }) => state === 'active')?.count).toBeGreaterThan(0);
  expect(jobs).toEqual([
    { queue: 'sweep', count: 0 },
    { queue: 'nothing', count: 0 },
  ]);
  expect([published, headsAway]).toEqual([null, null]);
  expect(head).toBe(at.replace('Z', '.000Z'));
});
