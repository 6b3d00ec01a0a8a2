import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { front, mostBytes } from '../../scripts/front.mjs';

/** A server that answers with what the application behind the front is told. */
async function serverWith(origin: string | null, hsts: string | null = null): Promise<Server> {
  const server = createServer(
    front(
      async (request: IncomingMessage, response) => {
        let length = 0;
        for await (const part of request) length += (part as Buffer).length;
        response.end(JSON.stringify({ method: request.method, headers: request.headers, length }));
      },
      { origin, hsts },
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

let plain: Server;
let named: Server;
let bound: Server;
let unsafe: Server;
beforeAll(async () => {
  plain = await serverWith(null);
  named = await serverWith('https://performance.council.example');
  bound = await serverWith('https://performance.council.example', '31536000');
  unsafe = await serverWith('http://performance.council.example', '31536000');
});
afterAll(() => [plain, named, bound, unsafe].map((server) => server.close()));

type Wanted = { method: string; headers?: Record<string, string>; parts?: Buffer[] };

function send(server: Server, { method, headers = {}, parts = [] }: Wanted) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; body: string; headers: IncomingMessage['headers'] }>((resolve, reject) => {
    const sent = ask({ port, method, path: '/work', headers, agent: false }, (answer) => {
      const read: Buffer[] = [];
      answer.on('data', (part: Buffer) => read.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(read).toString(), headers: answer.headers }),
      );
    });
    sent.on('error', reject);
    for (const part of parts) sent.write(part);
    sent.end();
  });
}

const chunked = { 'Transfer-Encoding': 'chunked' };

test.each(['TRACE', 'PROPFIND', 'LOCK'])('%s is 405 in a sentence, with what is served', async (method) => {
  const { status, headers, body } = await send(plain, { method });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  expect(body).toContain('nothing was changed');
});

test('a body at the limit is let through; one byte more is 413 in a sentence, whether its length was said or not', async () => {
  const fits = Buffer.alloc(mostBytes, 'a');
  const over = [fits, Buffer.from('b')];
  for (const headers of [chunked, { 'Content-Length': `${mostBytes}` }])
    expect(JSON.parse((await send(plain, { method: 'POST', headers, parts: [fits] })).body)).toMatchObject({
      method: 'POST',
      length: mostBytes,
    });
  for (const headers of [chunked, { 'Content-Length': `${mostBytes + 1}` }]) {
    const { status, body } = await send(plain, { method: 'POST', headers, parts: over });
    expect([status, body.includes('longer than a form here may be')]).toEqual([413, true]);
  }
  const far = Array.from({ length: 20 }, () => fits);
  expect((await send(plain, { method: 'POST', headers: chunked, parts: far })).status).toBe(413);
});

test('a chunked body reaches the application whole, with its length', async () => {
  const parts = ['one ', 'two ', 'three'].map((word) => Buffer.from(word));
  const { body } = await send(plain, { method: 'POST', headers: { ...chunked, Origin: 'http://x' }, parts });
  expect(JSON.parse(body)).toMatchObject({ length: 13, headers: { 'content-length': '13', origin: 'http://x' } });
});

test('whatever host a proxy names, the application hears the address that people type; without one, what was sent', async () => {
  for (const Host of ['127.0.0.1:3000', 'upstream', 'evil.example']) {
    const headers = { Host, 'X-Forwarded-Host': 'evil.example' };
    expect(JSON.parse((await send(named, { method: 'POST', headers })).body).headers).toMatchObject({
      host: 'performance.council.example',
      'x-forwarded-host': 'performance.council.example',
      'x-forwarded-proto': 'https',
    });
    expect(JSON.parse((await send(plain, { method: 'POST', headers })).body).headers.host).toBe(Host);
  }
});

test('browsers are bound to https by the setting alone, on every answer, and never by a site that is not https', async () => {
  const said = async (server: Server, method: string) =>
    (await send(server, { method })).headers['strict-transport-security'] ?? null;
  for (const method of ['GET', 'POST', 'TRACE']) {
    expect(await said(bound, method)).toBe('max-age=31536000');
    for (const other of [plain, named, unsafe]) expect(await said(other, method)).toBeNull();
  }
});

test('cookies of the framework’s own preview never reach it, and every other one does', async () => {
  const told = async (Cookie: string) =>
    JSON.parse((await send(plain, { method: 'GET', headers: { Cookie } })).body).headers.cookie ?? null;
  expect(await told('__prerender_bypass=1; __next_preview_data=1')).toBeNull();
  expect(await told('a=1; __prerender_bypass=1; candour-session=x;__next_preview_data=1')).toBe(
    'a=1; candour-session=x',
  );
  expect(await told('candour-session=x')).toBe('candour-session=x');
});
