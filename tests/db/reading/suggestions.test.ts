import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import { returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import type { Transaction } from '@/db/connection/client';
import { suggestersIn, suggestionRows } from '@/db/facts/suggestions';
import { readings } from '@/db/schema';
import { content, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, id } = await workingCouncil(db);

const wording = 'Two lanes of the ring road were closed for the flood wall until the tenth of July.';

async function savedTimes(times: number, first: Changed): Promise<Changed> {
  let last = first;
  for (let n = 0; n < times; n += 1)
    last = await saveReading(db, as('Olive'), {
      code: 'bus-01',
      periodStart: '2026-07-01',
      version: last.version,
      content: content({ comments: `Saved for the ${n}th time, version ${last.version}.` }),
    });
  return last;
}

/** How many events this connection has looked at lately: what the server has not yet taken up in its statistics counts too. */
async function eventsRead(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ read: string }>(
    sql`select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables where relname = 'events'`,
  );
  return Number(row?.read ?? 0);
}

test('whose wording is taken over is found among 150 versions by reading a handful of events', async () => {
  const begun = await saveReading(db, as('Olive'), {
    code: 'bus-01',
    periodStart: '2026-07-01',
    version: null,
    content: content(),
  });
  const many = await savedTimes(75, begun);
  const returned = await returnReading(db, as('Hana'), {
    ...(await submitReading(db, as('Olive'), many)),
    reason: 'Say which road it was.',
    suggested: wording,
  });
  await savedTimes(75, returned);
  await db.execute(sql`analyze`);
  const [reading] = await db.select().from(readings).where(eq(readings.id, begun.readingId));
  if (!reading) throw new Error('the reading is not there');
  const read = await db.transaction(async (tx) => {
    const before = await eventsRead(tx);
    const suggestions = await suggestionRows(tx, reading);
    expect(suggestersIn(suggestions, content({ comments: wording }))).toEqual([{ id: id.Hana, name: 'Hana' }]);
    expect(suggestersIn(suggestions, content({ comments: 'Nothing of it.' }))).toEqual([]);
    return (await eventsRead(tx)) - before;
  });
  expect(read).toBeLessThanOrEqual(6);
});
