import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTime } from '@/app/_public/in-time';
import { GET as calendar } from '@/app/(public)/calendar/route';
import { GET as committees } from '@/app/(public)/committees/route';
import { GET as home } from '@/app/(public)/route';
import { GET as scorecard } from '@/app/(public)/scorecards/[service]/route';
import { database, publicDatabase } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { seedDemonstration } from '@/db/demo/seed';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase();
const site = 'http://candour.test';
const card = `${site}/scorecards/childrens-social-care`;
const openCard = (headers: HeadersInit = {}) =>
  scorecard(new Request(card, { headers }), { params: Promise.resolve({ service: 'childrens-social-care' }) });

beforeAll(() => seedDemonstration(db));
afterAll(() => Promise.all([database().$client.end({ timeout: 5 }), publicDatabase().$client.end({ timeout: 5 })]));

/** Asks while another connection holds tables for itself until the answer is there: whoever waited for it would wait for ever. */
async function whileLocked<T>(tables: string, ask: () => Promise<T>): Promise<T> {
  const answers: T[] = [];
  await sql.begin(async (tx) => {
    await tx.unsafe(`lock table ${tables} in access exclusive mode`);
    answers.push(await ask());
  });
  return answers[0] as T;
}

test('a locked table: a page that nobody read before is 503 in a sentence with when to come again, and then is there', async () => {
  const answer = await whileLocked('council', () => calendar(new Request(`${site}/calendar`)));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(await answer.text()).toContain('please try again in a minute');
  expect((await calendar(new Request(`${site}/calendar`))).status).toBe(200);
});

test('a locked table: a page that was read before is answered as it was, and says so; its ordinary bytes are unchanged', async () => {
  const before = await openCard();
  const ordinary = await before.text();
  await wait(100);
  const answer = await whileLocked('editions, services', openCard);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-candour-as-of')).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('etag')).toBeNull();
  const line =
    /<p class="notice" role="status" lang="en-GB">The record cannot be reached at this moment\. This page is as it was at \d\d:\d\d\.<\/p>/;
  const kept = await answer.text();
  expect(kept).toMatch(line);
  expect(kept.replace(line, '') === ordinary).toBe(true);
  await wait(100);
  const after = await openCard();
  expect(after.headers.get('x-candour-as-of')).toBeNull();
  expect((await after.text()) === ordinary).toBe(true);
});

test('a reader who has the page already (304) is enough for it to be known', async () => {
  const address = `${card}?show=red`;
  const ask = (headers: HeadersInit = {}) =>
    scorecard(new Request(address, { headers }), { params: Promise.resolve({ service: 'childrens-social-care' }) });
  const etag = (await ask()).headers.get('etag') ?? '';
  expect((await ask({ 'if-none-match': etag })).status).toBe(304);
  await wait(100);
  const answer = await whileLocked('editions', () => ask({ 'if-none-match': etag }));
  expect([answer.status, answer.headers.has('x-candour-as-of')]).toEqual([200, true]);
});

test('every connection of the people behind the sign-in is busy: a public page does not wait', async () => {
  const busy = Array.from({ length: 10 }, () => database().$client`select pg_sleep(4)`);
  const [asleep] = await Promise.all([Promise.all(busy.map((each) => each.then(() => 'slept'))), read()]);
  expect(asleep).toHaveLength(10);

  async function read(): Promise<void> {
    await expect.poll(() => sleeping(), { timeout: 3_000 }).toBe(10);
    const answer = await committees(new Request(`${site}/committees`));
    expect(answer.status).toBe(200);
    // All ten still sleep when the page is there.
    expect(await sleeping()).toBe(10);
  }
});

test('every connection of the people behind the sign-in is busy: a question is given up in time', async () => {
  const busy = Array.from({ length: 10 }, () => database().$client`select pg_sleep(4)`.then(() => 'slept'));
  const asking = inTime(database().$client`select 1`.then((rows) => rows.length));
  await expect(asking).rejects.toSatisfy(unreachable);
  // Nobody's sleep was cut short for it.
  expect(await Promise.all(busy)).toHaveLength(10);
  expect(await inTime(database().$client`select 1`.then((rows) => rows.length))).toBe(1);
});

test('every connection of the public pages is busy for long: 503, and the next answer comes without a restart', async () => {
  const busy = Array.from({ length: 12 }, () => publicDatabase().$client`select pg_sleep(2)`.catch(() => null));
  const answer = await home(new Request(`${site}/`));
  expect(answer.status).toBe(503);
  await Promise.all(busy);
  expect((await home(new Request(`${site}/`))).status).toBe(200);
});

test('a form behind a locked table is told so, and changes nothing', async () => {
  const error = await whileLocked('readings', () =>
    database().$client`update readings set value = value where id = 1`.then(
      () => null,
      (error: unknown) => error,
    ),
  );
  expect(unreachable(error)).toBe(true);
});

test.each(['53100', '53200', '25006'])(
  'the record takes no writes (%s, as with a full disk): a form is told so in time, pages are read, and then it is as before',
  async (code) => {
    await sql.unsafe(`create function takes_nothing() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '${code}'; end $$`);
    await sql`create trigger a_full_disk before update on readings for each row execute function takes_nothing()`;
    const write = () =>
      database().$client`update readings set value = value where id = 1`.then(
        () => null,
        (error: unknown) => error,
      );
    expect(unreachable(await write())).toBe(true);
    expect((await home(new Request(`${site}/`))).status).toBe(200);
    await sql`drop function takes_nothing cascade`;
    expect(unreachable(await write())).toBe(false);
  },
);

async function sleeping(): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where query like 'select pg_sleep(4)%' and state = 'active'`;
  return row?.n ?? 0;
}
