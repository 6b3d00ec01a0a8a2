import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { giveRole } from '@/db/commands/people/role-change';
import { saveReading } from '@/db/commands/reading/reading-save';
import { openRecord } from '@/db/events/opening';
import { madeBy } from '@/db/queries/bring-in/made';
import { events } from '@/db/schema';
import { bringIn, understood } from '../../support/council/brought';
import { wish } from '../../support/council/wishes';
import { at, content, emailOf, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as } = await workingCouncil(db);
await openRecord(db, at);

/** How many events this connection has looked at lately, whatever the server has taken up in its statistics. */
const eventsRead = async (tx: Pick<typeof db, 'execute'>): Promise<number> => {
  const [row] = await tx.execute<{ read: string }>(
    sql`select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables where relname = 'events'`,
  );
  return Number(row?.read ?? 0);
};

test('what a file made is found among hundreds of events by reading those of the file', async () => {
  await giveRole(db, { who: null, at }, { email: emailOf('Ada'), role: 'administrator' });
  const file = await understood(db, as('Ada'), [wish('person', 2, { name: 'Pia', email: 'pia@testshire.example' })]);
  await bringIn(db, as('Ada'), file.id);
  let version: number | null = null;
  for (let n = 0; n < 120; n += 1)
    ({ version } = await saveReading(db, as('Olive'), {
      code: 'bus-01',
      periodStart: '2026-07-01',
      version,
      content: content({ comments: `Saved for the ${n}th time.` }),
    }));
  await db.execute(sql`analyze`);
  expect(await db.$count(events)).toBeGreaterThan(120);
  const read = await db.transaction(async (tx) => {
    const before = await eventsRead(tx);
    expect(await madeBy(tx as unknown as typeof db, file.id)).toEqual([{ kind: 'person', count: 1 }]);
    return (await eventsRead(tx)) - before;
  });
  expect(read).toBeLessThanOrEqual(4);
});
