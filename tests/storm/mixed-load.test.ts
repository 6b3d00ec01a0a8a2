import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { quantile } from '../bench/statistics.mjs';
import { arrive, fieldsOfForm } from '../support/browser/signed-in';
import { capacityOf, memoryOf, slope, steadyLoad } from '../support/requests/steady-load';
import { builtServer, startBrowser } from '../support/server/built-server';

const minutes = Number(process.env.CANDOUR_STORM_MINUTES ?? 30);
// One proxy is believed, so that every reader has an address of their own and no limit is met.
const server = await builtServer(() => ({ CANDOUR_PROXIES: '1' }));
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await server.stop();
});

let reader = 0;
const visit = (path: string, cookie?: string) => async () => {
  reader += 1;
  const from = `10.${(reader >> 16) & 255}.${(reader >> 8) & 255}.${reader & 255}`;
  const headers = { 'X-Forwarded-For': from, ...(cookie && { cookie }) };
  const answer = await fetch(server.address + path, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
  return answer.status;
};

test(`${minutes} minutes of mixed load at half of what the machine can do: no leak, no fault, nothing left behind`, async () => {
  const olive = await arrive(browser, server.address, 'Olive', { javaScriptEnabled: false });
  const cookie = (await olive.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const desk = '/readings/csc-02/2018-07-01';
  await olive.goto(desk);
  const fields = { ...(await fieldsOfForm(olive, /Save draft/)), numerator: '220', denominator: '267', intent: 'save' };
  let saves = 0;
  const save = async () => {
    saves += 1;
    const form = new FormData();
    const version = (
      await server.sql`select max(version)::int as version from readings r join measures m on m.id = r.measure_id
      where m.code = 'csc-02' and period_start = '2018-07-01'`
    )[0]?.version;
    const report = {
      ...fields,
      version: `${version ?? ''}`,
      comments: `Saved for the ${saves}th time.`,
      key: crypto.randomUUID(),
    };
    for (const [name, value] of Object.entries(report)) form.set(name, value);
    const headers = { cookie, Origin: server.address, 'Sec-Fetch-Site': 'same-origin' };
    const answer = await fetch(server.address + desk, { method: 'POST', headers, body: form, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status;
  };
  const card = '/scorecards/childrens-social-care';
  const pages = [
    '/',
    card,
    `${card}/2018-08-17`,
    `${card}/editions/1`,
    '/measures/csc-02',
    '/measures/csc-02?show=all',
    '/search?q=foster',
    '/feed.xml',
    '/measures/csc-02/data.csv',
    '/committees',
  ];
  const staff = ['/work', desk, '/work/readings', '/measures/csc-02/working', '/history/measures/csc-02'];
  const readers = pages.flatMap((path) => [visit(path), visit(path)]);
  const asks = [...readers.slice(0, 10), ...staff.map((path) => visit(path, cookie)), ...readers.slice(10), save];
  // Once each before anything is counted.
  for (const ask of asks) await ask();
  const capacity = await capacityOf(asks, 8, 15_000);
  const rate = Math.max(1, Math.floor(capacity / 2));
  const memory: { minute: number; value: number }[] = [];
  const began = performance.now();
  const watching = setInterval(
    () => memory.push({ minute: (performance.now() - began) / 60_000, value: memoryOf(server.pid()) }),
    5_000,
  );
  const answers = await steadyLoad(asks, rate, minutes);
  clearInterval(watching);

  const tail = (from: number, to: number) =>
    quantile(
      answers
        .filter(({ at }) => at >= from && at < to)
        .map(({ took }) => took)
        .sort((a, b) => a - b),
      0.99,
    );
  const [settled, third] = [Math.min(5, minutes / 2) * 60, (minutes * 60) / 3];
  const growth = slope(memory.filter(({ minute }) => minute * 60 >= settled));
  const perMinute = Array.from({ length: Math.ceil(minutes) }, (_, n) => Math.round(tail(n * 60, n * 60 + 60) ?? 0));
  // Of two saves that overtake each other one is told that it is stale.
  const wrong = answers.filter(({ status }) => ![200, 303, 409].includes(status));
  const stale = answers.filter(({ status }) => status === 409).length;
  const perStatus = Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))].map((status) => [
      status,
      answers.filter((one) => one.status === status).length,
    ]),
  );
  // Connections that nobody uses are given back after a minute.
  await wait(70_000);
  const busy =
    await server.sql`select state, count(*)::int as n from pg_stat_activity where application_name = 'candour' and state <> 'idle' group by state`;
  const [open] = await server.sql<
    { n: number }[]
  >`select count(*)::int as n from pg_stat_activity where application_name = 'candour'`;
  console.log(
    `Capacity ${capacity.toFixed(0)}/s, load ${rate}/s for ${minutes} min: ${answers.length} answers ${JSON.stringify(perStatus)}; memory ${memory[0]?.value.toFixed(0)} to ${memory.at(-1)?.value.toFixed(0)} MiB, ${growth.toFixed(2)} MiB a minute after the first ${settled / 60}; p99 by minute ${perMinute} ms; ${saves} saves; ${open?.n} connections left, busy ${JSON.stringify(busy)}`,
  );
  expect(wrong).toEqual([]);
  expect(stale).toBeLessThan(saves / 20);
  expect(growth).toBeLessThan(1);
  expect([...busy]).toEqual([]);
  expect(open?.n).toBeLessThanOrEqual(2);
  // The last third is no slower than the middle one, by more than a fifth.
  expect(tail(2 * third, 3 * third)).toBeLessThan((tail(third, 2 * third) ?? 0) * 1.2);
}, 7_200_000);
