import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { front } from '../../../scripts/server/front.mjs';
import { startMetrics } from '../../../scripts/server/metrics.mjs';
import { familyOf } from '../../../scripts/server/route-families.mjs';

const key = Symbol.for('candour.record-gauges');
const record = {
  connections: [{ state: 'active', count: 3 }],
  jobs: [{ queue: 'sweep', count: 2 }],
  published: '2026-11-30T09:30:00Z',
  head: '2026-11-30T10:00:00Z',
  headsAway: null,
};

let server: Server;
let metrics: Awaited<ReturnType<typeof startMetrics>>;
beforeAll(async () => {
  metrics = await startMetrics({ port: 0, familyOf: familyOf(['scorecards', 'search', 'work']) });
  server = createServer(front((_: unknown, response: import('node:http').ServerResponse) => response.end('here')));
  server.prependListener('request', metrics.observe);
  await new Promise<void>((resolve) => server.listen(0, resolve));
});
beforeEach(() => Object.assign(globalThis, { [key]: async () => record }));
afterAll(() => {
  Reflect.deleteProperty(globalThis, key);
  server.close();
  metrics.server.close();
});

const portOf = (each: Server) => (each.address() as AddressInfo).port;
const ask = async (path: string) => (await fetch(`http://localhost:${portOf(server)}${path}`)).text();
const read = async (path = '/metrics') => fetch(`http://127.0.0.1:${portOf(metrics.server)}${path}`);
const figureOf = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1] ?? Number.NaN,
  );

test('requests are counted by family and class of status, with their durations, and none is left in work', async () => {
  for (const path of [
    '/scorecards/a',
    '/scorecards/b?show=red',
    '/',
    '/?x=1',
    '/search?q=olive+turner',
    '/olive/turner',
  ])
    await ask(path);
  await fetch(`http://localhost:${portOf(server)}/work`, { method: 'PROPFIND' });
  const text = await (await read()).text();
  const counted = Object.fromEntries(
    [...text.matchAll(/^candour_requests_total\{(.*)\} (\d+)$/gm)].map(([, labels, count]) => [labels, Number(count)]),
  );
  expect(counted).toEqual({
    'family="scorecards",status="2xx"': 2,
    'family="home",status="2xx"': 2,
    'family="search",status="2xx"': 1,
    'family="other",status="2xx"': 1,
    'family="work",status="4xx"': 1,
  });
  expect(figureOf(text, 'candour_request_duration_seconds_count{family="scorecards"}')).toBe(2);
  expect(figureOf(text, 'candour_requests_in_work')).toBe(0);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).toContain('process_resident_memory_bytes');
});

test('labels are as many as the routes, whatever is asked for, and repeat nothing of an address', async () => {
  for (let n = 0; n < 50; n += 1) await ask(`/someone-${n}@council.gov.uk`);
  const text = await (await read()).text();
  expect(text).not.toMatch(/olive|someone|council\.gov/);
  expect(text.match(/^candour_requests_total/gm)?.length).toBeLessThanOrEqual(6);
});

test('the record’s gauges say how it stands, and nothing old while the database is away', async () => {
  const there = await (await read()).text();
  expect(figureOf(there, 'candour_database_up')).toBe(1);
  expect(figureOf(there, 'candour_database_connections{state="active"}')).toBe(3);
  expect(figureOf(there, 'candour_jobs_waiting{queue="sweep"}')).toBe(2);
  expect(figureOf(there, 'candour_last_publication_timestamp_seconds')).toBe(Date.parse(record.published) / 1000);
  expect(figureOf(there, 'candour_heads_away_timestamp_seconds')).toBeNaN();
  Object.assign(globalThis, { [key]: async () => Promise.reject(new Error('away')) });
  const away = await (await read()).text();
  expect(figureOf(away, 'candour_database_up')).toBe(0);
  expect(figureOf(away, 'candour_last_publication_timestamp_seconds')).toBeNaN();
  expect(away).not.toMatch(/candour_database_connections\{|candour_jobs_waiting\{/);
});

test('the port answers /metrics alone, and this machine alone', async () => {
  expect((await read('/')).status).toBe(404);
  expect((metrics.server.address() as AddressInfo).address).toBe('127.0.0.1');
});
