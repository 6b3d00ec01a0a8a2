import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { layReady } from '@/app/_public/ready-pages';
import { answerReady } from '../../../scripts/server/ready-pages/pages.mjs';
import { ReadyShelf } from '../../../scripts/server/ready-pages/shelf.mjs';
import { rawRequest } from '../../support/requests/raw-request';

/** Those whose answers the application is asked to make. */
let asked: ServerResponse[] = [];
/** How many requests have come. */
let come = 0;
let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    come += 1;
    if (!(await answerReady(request, response))) asked.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const path = '/scorecards/roads';
/** Lays a page of these words ready, whose making began so many milliseconds ago; long after, or long before its lease ends. */
const lay = (words: string, ago: number, again: (() => Promise<unknown>) | null = null) => {
  const headers = { 'Content-Type': 'text/html', ETag: `W/"${words}"` };
  layReady(
    new Request(`http://anywhere${path}`),
    { body: Buffer.from(words), headers },
    { begun: performance.now() - ago, again },
  );
};
const [over, inForce] = [1_000, -60_000];
const ask = async (headers: Record<string, string> = {}) => (await rawRequest(address, { path, headers })).body;
const hasCome = (count: number) => vi.waitFor(() => expect(come).toBe(count));
const askedFor = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));

beforeEach(() => {
  asked = [];
  come = 0;
  lay('before', over);
});

test('while a page is made again for one, the others wait for it instead of having it made as well', async () => {
  const first = ask();
  await askedFor(1);
  const others = Array.from({ length: 6 }, () => ask());
  await hasCome(7);
  expect(asked).toHaveLength(1);
  lay('after', inForce);
  expect(await Promise.all(others)).toEqual(Array(6).fill('after'));
  asked[0]?.end('made');
  expect(await first).toBe('made');
});

test('who came when its lease had ended already does not get it: the page is made for them', async () => {
  const first = ask();
  await askedFor(1);
  const other = ask();
  await hasCome(2);
  lay('late', over);
  await askedFor(2);
  for (const response of asked) response.end('made');
  expect(await Promise.all([first, other])).toEqual(['made', 'made']);
});

test('where no page comes of it, as of one that was withdrawn, the others have it made themselves', async () => {
  const first = ask();
  await askedFor(1);
  const others = [ask(), ask()];
  await hasCome(3);
  asked[0]?.end('gone');
  expect(await first).toBe('gone');
  await askedFor(3);
  const later = ask();
  await askedFor(4);
  for (const response of asked) response.end('gone');
  expect(await Promise.all([...others, later])).toEqual(['gone', 'gone', 'gone']);
});

test('nobody waits longer than a moment, and nobody who is led past what lies ready waits at all', async () => {
  const first = ask();
  await askedFor(1);
  const signedIn = ask({ Cookie: 'session=1' });
  await askedFor(2);
  const other = ask();
  await askedFor(3);
  for (const response of asked) response.end('made');
  expect(await Promise.all([first, signedIn, other])).toEqual(['made', 'made', 'made']);
});

test('a page that was never ready is made for each who asks: it may be one that never is', async () => {
  const never = () => rawRequest(address, { path: '/search?q=roads' });
  const answers = [never(), never()];
  await askedFor(2);
  for (const response of asked) response.end('found');
  expect((await Promise.all(answers)).map(({ body }) => body)).toEqual(['found', 'found']);
});

test('a page that can be made without a request is made once for a crowd, and the application is not asked', async () => {
  let made = 0;
  const again = async () => {
    made += 1;
    await hasCome(5);
    lay('after', inForce);
  };
  lay('before', over, again);
  expect(await Promise.all(Array.from({ length: 5 }, () => ask()))).toEqual(Array(5).fill('after'));
  expect([made, asked.length]).toEqual([1, 0]);
});

test('where that fails, or no page comes of it, the application answers each', async () => {
  for (const again of [async () => undefined, () => Promise.reject(new Error('the record is away'))]) {
    asked = [];
    lay('before', over, again);
    const answers = [ask(), ask()];
    await askedFor(2);
    for (const response of asked) response.end('said');
    expect(await Promise.all(answers)).toEqual(['said', 'said']);
  }
});

test('what was made again lies ready; what was not is forgotten, so that nobody waits for it', () => {
  const shelf = new ReadyShelf();
  const page = { body: Buffer.from('page'), headers: {}, until: 0, again: null };
  for (const address of ['/again', '/gone']) shelf.offer(address, page);
  const ends = [shelf.begin('/again'), shelf.begin('/gone')];
  shelf.offer('/again', { ...page, until: 1 });
  for (const end of ends) end();
  expect([shelf.page('/again')?.until, shelf.page('/gone'), shelf.making('/gone')]).toEqual([1, undefined, undefined]);
});
