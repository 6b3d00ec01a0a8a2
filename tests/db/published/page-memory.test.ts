import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lease } from '@/app/_server/lease';
import { GET as measure } from '@/app/(public)/measures/[code]/route';
import { GET as day } from '@/app/(public)/scorecards/[service]/[date]/route';
import { GET as edition } from '@/app/(public)/scorecards/[service]/editions/[number]/route';
import { GET as scorecard } from '@/app/(public)/scorecards/[service]/route';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { publicDatabase } from '@/db/connection/pool';
import { readings, renderings } from '@/db/schema';
import { oneMeasureCouncil } from '../../support/council/one-measure-council';
import { holdClock } from '../../support/held-clock';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase();
const { ada, approved } = await oneMeasureCouncil(db);
await db.insert(readings).values(approved('2026-07-01', '91'));
// An edition of its own moment is no other's, and what its pages came to is not in this process yet.
const at = '2026-08-17T08:31:07Z';
await publishAsIs(db, { actorId: ada, publisher: 'performance officer', service: 'buses', asAt: '2026-08-17', at });

const site = 'http://candour.test';
const service = 'buses';
const pages = {
  measure: () => measure(new Request(`${site}/measures/bus-01`), { params: Promise.resolve({ code: 'bus-01' }) }),
  spans: () =>
    measure(new Request(`${site}/measures/bus-01?show=all`), { params: Promise.resolve({ code: 'bus-01' }) }),
  day: () =>
    day(new Request(`${site}/scorecards/buses/2026-08-20`), {
      params: Promise.resolve({ service, date: '2026-08-20' }),
    }),
  edition: () =>
    edition(new Request(`${site}/scorecards/buses/editions/1`), { params: Promise.resolve({ service, number: '1' }) }),
  today: () => scorecard(new Request(`${site}/scorecards/buses`), { params: Promise.resolve({ service }) }),
};

/** Asks for something while the record has lost a table: whatever reads it is a fault. */
async function without<T>(table: string, ask: () => Promise<T>): Promise<T> {
  await sql.unsafe(`alter table ${table} rename to ${table}_lost`);
  return ask().finally(() => sql.unsafe(`alter table ${table}_lost rename to ${table}`));
}

beforeEach(() => holdClock());
afterEach(() => void vi.useRealTimers());
afterAll(() => publicDatabase().$client.end({ timeout: 5 }));

test('what is never kept in the database is not looked for there: a measure, a day in the past, an edition by its number', async () => {
  const statuses = await without('renderings', async () => ({
    measure: (await pages.measure()).status,
    spans: (await pages.spans()).status,
    day: (await pages.day()).status,
    edition: (await pages.edition()).status,
    today: (await pages.today()).status,
  }));
  expect(statuses).toEqual({ measure: 200, spans: 200, day: 200, edition: 200, today: 500 });
  expect((await pages.today()).status).toBe(200);
  expect(await db.$count(renderings)).toBe(1);
});

test('a measure’s page asks which edition is in force once in a lease, as the scorecard does', async () => {
  expect([(await pages.measure()).status, (await pages.today()).status]).toEqual([200, 200]);
  await without('editions', async () => {
    expect([(await pages.measure()).status, (await pages.today()).status]).toEqual([200, 200]);
    vi.advanceTimersByTime(lease);
    expect([(await pages.measure()).status, (await pages.today()).status]).toEqual([500, 500]);
  });
  expect([(await pages.measure()).status, (await pages.today()).status]).toEqual([200, 200]);
});
