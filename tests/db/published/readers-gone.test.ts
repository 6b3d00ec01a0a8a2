import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, expect, test, vi } from 'vitest';
import { GET as glossary } from '@/app/(public)/glossary/route';
import { GET as day } from '@/app/(public)/scorecards/[service]/[date]/route';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { publicDatabase } from '@/db/connection/pool';
import { readings } from '@/db/schema';
import { oneMeasureCouncil } from '../../support/council/one-measure-council';
import { serverForReaders } from '../../support/requests/leaving-readers';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase();
const { ada, approved } = await oneMeasureCouncil(db);
await db.insert(readings).values(approved('2026-07-01', '93'));
const at = '2026-08-17T08:47:03Z';
await publishAsIs(db, { actorId: ada, publisher: 'performance officer', service: 'buses', asAt: '2026-08-17', at });

const statuses: number[] = [];
async function application({ url = '' }: IncomingMessage, response: ServerResponse) {
  const request = new Request(`http://candour.test${url}`);
  const date = url.split('/')[3] as string;
  const answer = url.startsWith('/glossary')
    ? await glossary(request)
    : await day(request, { params: Promise.resolve({ service: 'buses', date }) });
  statuses.push(answer.status);
  response.writeHead(answer.status).end();
}
const server = await serverForReaders(application);
afterAll(async () => {
  await server.end();
  await publicDatabase().$client.end({ timeout: 5 });
});

const dayOf = (n: number) => `/scorecards/buses/2026-08-${n}`;

/** While the record keeps what it is asked for to itself. */
async function whileHeld(table: string, work: () => Promise<void>): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in access exclusive mode`);
    await work();
  });
}

test('a page whose readers have gone while the record was asked is not made; one that is waited for is', async () => {
  const [stays, ...others] = [20, 21, 22, 23].map((n) => server.read(dayOf(n)));
  await whileHeld('editions', async () => {
    const asked = [stays, ...others].map((reader) => reader?.arrived);
    await Promise.all(asked);
    for (const reader of others) await reader.leave();
  });
  expect(await stays?.status).toBe(200);
  await vi.waitFor(() => expect(statuses.toSorted()).toEqual([200, 499, 499, 499]));
  // What was made is in this process's memory, and what was not has to be asked for.
  await sql`alter table edition_rows rename to edition_rows_lost`;
  const again = await Promise.all([20, 21, 22, 23].map((n) => server.read(dayOf(n)).status));
  await sql`alter table edition_rows_lost rename to edition_rows`;
  expect(again).toEqual([200, 500, 500, 500]);
  expect(await Promise.all([20, 21, 22, 23].map((n) => server.read(dayOf(n)).status))).toEqual([200, 200, 200, 200]);
});

test('a page of its own reader’s is not set where that one has gone', async () => {
  statuses.length = 0;
  const [stays, leaves] = [server.read('/glossary?stays'), server.read('/glossary?leaves')];
  await whileHeld('glossary_terms', async () => {
    await Promise.all([stays.arrived, leaves.arrived]);
    await leaves.leave();
  });
  expect(await stays.status).toBe(200);
  await vi.waitFor(() => expect(statuses.toSorted()).toEqual([200, 499]));
});
