import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { layReady } from '@/app/_public/ready-pages';
import { answerReady } from '../../../scripts/server/ready-pages/pages.mjs';
import { rawRequest } from '../../support/requests/raw-request';

const html = `<!DOCTYPE html>${'<p>A scorecard.</p>'.repeat(200)}`;
const headers = { 'Content-Type': 'text/html', 'Cache-Control': 'public, max-age=0, s-maxage=1', ETag: 'W/"one"' };
const page = { body: Buffer.from(html), headers };

let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (!(await answerReady(request, response))) response.end('asked');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

/** Lays the page ready as one that began to be made so many milliseconds ago. */
const lay = (path: string, ago = 0, more = page) =>
  layReady(new Request(`http://anywhere${path}`), more, { begun: performance.now() - ago, again: null });
const answerTo = async (path: string, sent: Record<string, string> = {}, method = 'GET') =>
  rawRequest(address, { path, headers: sent, method });

/** Long enough ahead that no test is overtaken by its end. */
const ahead = -60_000;
beforeEach(() => lay('/scorecards/roads?show=red', ahead));

test('a page that was just made is repeated with its headers, at its own address alone', async () => {
  const answer = await answerTo('/scorecards/roads?show=red');
  expect([answer.status, answer.body]).toEqual([200, html]);
  expect(answer.headers).toMatchObject({ etag: 'W/"one"', 'cache-control': headers['Cache-Control'] });
  expect(answer.headers.vary).toContain('Accept-Encoding');
  for (const other of ['/scorecards/roads', '/scorecards/roads?show=red&', '/scorecards/Roads?show=red'])
    expect((await answerTo(other)).body, other).toBe('asked');
});

test('it is repeated no longer than the lease after its making began', async () => {
  lay('/late', 50);
  expect((await answerTo('/late')).body).toBe('asked');
  lay('/late', 49.999 - 60_000);
  expect((await answerTo('/late')).body).toBe(html);
});

test.each([
  ['a cookie', { Cookie: 'theme=dark' }],
  ['a cookie of nothing', { Cookie: '' }],
  ['a question of the framework’s own', { RSC: '1' }],
  ['weighed codings', { 'Accept-Encoding': 'gzip;q=0, identity' }],
  ['a coding that is not made here', { 'Accept-Encoding': 'deflate' }],
  ['one of those among others', { 'Accept-Encoding': 'deflate, br' }],
  ['anything at all', { 'Accept-Encoding': '*' }],
])('who brings %s is led on to the application', async (_, sent) => {
  expect((await answerTo('/scorecards/roads?show=red', sent)).body).toBe('asked');
});

test('a form is never answered from what lies ready', async () => {
  expect((await answerTo('/scorecards/roads?show=red', {}, 'POST')).body).toBe('asked');
});

test('who has it already is told so, and who asks for the head alone gets that', async () => {
  const known = await answerTo('/scorecards/roads?show=red', { 'If-None-Match': '"other", W/"one"' });
  expect([known.status, known.body, known.headers['content-type']]).toEqual([304, '', undefined]);
  const head = await answerTo('/scorecards/roads?show=red', {}, 'HEAD');
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', `${html.length}`]);
});

test('compressed for whoever reads gzip', async () => {
  const answer = await fetch(`${address}/scorecards/roads?show=red`, {
    headers: { 'Accept-Encoding': 'gzip, deflate' },
  });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(html.length / 10);
  expect(await answer.text()).toBe(html);
});

test('a picture is packed already: it goes out as it is, and does not vary by what its reader takes', async () => {
  lay('/card.png', ahead, { ...page, headers: { ...headers, 'Content-Type': 'image/png' } });
  const { headers: sent, body } = await answerTo('/card.png', { 'Accept-Encoding': 'gzip, br' });
  expect([sent['content-encoding'], sent.vary?.includes('Encoding'), body]).toEqual([undefined, false, html]);
});

test('what has no tag, such as a feed that names its host, is not laid ready', async () => {
  const { ETag: _, ...untagged } = headers;
  lay('/feed.xml', ahead, { ...page, headers: untagged as typeof headers });
  expect((await answerTo('/feed.xml')).body).toBe('asked');
});

test('the shelf is bounded: the address that was laid first goes first', async () => {
  lay('/first', ahead);
  for (let n = 0; n < 300; n += 1) lay(`/other/${n}`, ahead);
  expect((await answerTo('/first')).body).toBe('asked');
  expect((await answerTo('/other/0')).body).toBe(html);
});

test('it is bounded in bytes as well, and what would fill an eighth of it alone is not laid there', async () => {
  const heavy = { ...page, body: Buffer.alloc(2 ** 20) };
  lay('/light', ahead);
  for (let n = 0; n < 24; n += 1) lay(`/heavy/${n}`, ahead, heavy);
  expect((await answerTo('/light')).body).toBe('asked');
  expect((await answerTo('/heavy/23', {}, 'HEAD')).headers['content-length']).toBe(`${2 ** 20}`);
  lay('/heaviest', ahead, { ...page, body: Buffer.alloc(3 * 2 ** 20 + 1) });
  expect((await answerTo('/heaviest')).body).toBe('asked');
});
