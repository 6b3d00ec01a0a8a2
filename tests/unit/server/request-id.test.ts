import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestId, requestIdIn } from '@/app/_server/request-id';
import { front } from '../../../scripts/server/front.mjs';
import { newRequestId } from '../../../scripts/server/request-id.mjs';

/** A server whose application says which request it answers, and keeps or shares its answer as the address says. */
async function serverWith(proxies: number): Promise<Server> {
  const application = async ({ url, headers }: IncomingMessage, response: ServerResponse) => {
    await new Promise((resolve) => setImmediate(resolve));
    const caching = url === '/shared' ? 'public, max-age=0, s-maxage=1, must-revalidate' : 'private, no-store';
    response.setHeader('Cache-Control', caching);
    response.end(JSON.stringify({ inside: requestId(), header: headers['x-request-id'] }));
  };
  const server = createServer(front(application, { proxies }));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

let alone: Server;
let behind: Server;
beforeAll(async () => {
  alone = await serverWith(0);
  behind = await serverWith(1);
});
afterAll(() => [alone, behind].map((server) => server.close()));

async function ask(server: Server, path = '/work', headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://localhost:${port}${path}`, { headers, method });
  const text = await answer.text();
  return { id: answer.headers.get('x-request-id'), body: text.startsWith('{') ? JSON.parse(text) : null };
}

test('each request has a number of its own, in the answer, in the application, and in what that logs', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(alone)));
  for (const { id, body } of answers) {
    expect(id).toMatch(/^[\da-hjkmnp-tv-z]{5}-[\da-hjkmnp-tv-z]{5}$/);
    expect(body).toEqual({ inside: id, header: id });
  }
  expect(new Set(answers.map(({ id }) => id)).size).toBe(20);
  expect(requestId()).toBeNull();
});

test('a form has its number too, and so has an answer of the front’s own', async () => {
  const { id, body } = await ask(alone, '/work', { 'Content-Type': 'multipart/form-data; boundary=b' }, 'PUT');
  expect(body).toEqual({ inside: id, header: id });
  expect((await ask(alone, '/work', {}, 'PROPFIND')).id).not.toBeNull();
});

test('what shared caches may keep has none, as it would be somebody else’s', async () => {
  const { id, body } = await ask(alone, '/shared');
  expect(id).toBeNull();
  expect(body.inside).not.toBeNull();
});

test('a number that a caller sends counts only from a proxy that the settings name, and only where it is a short word', async () => {
  const sent = { 'X-Request-Id': 'from-our-proxy_1' };
  expect((await ask(behind, '/work', sent)).body.inside).toBe('from-our-proxy_1');
  expect((await ask(alone, '/work', sent)).body.inside).not.toBe('from-our-proxy_1');
  for (const wrong of ['short', 'a'.repeat(41), 'two words here', 'quote"quote', 'a<b>abcdefg'])
    expect((await ask(behind, '/work', { 'X-Request-Id': wrong })).body.inside).not.toBe(wrong);
});

test('a page takes the number that its address brings only where it may be one', () => {
  const of = (query: string) => requestIdIn(new URLSearchParams(query));
  const id = newRequestId();
  expect(of(`at=%2Fwork&request=${id}`)).toBe(id);
  for (const wrong of [
    '',
    'request=',
    'request=call+0800+555',
    'request=%3Cb%3Ebold%3C/b%3E',
    `request=${'a'.repeat(41)}`,
  ])
    expect(of(wrong), wrong).toBeNull();
});
