import { request as ask, createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wishStatus } from '@/app/_staff/http-status-of-page';
import { workbookLimits } from '@/lib/workbook/workbook-limits';
import { mostBytes, mostUploadBytes, uploadAddress } from '../../../scripts/server/body-limits.mjs';
import { front } from '../../../scripts/server/front.mjs';

test('a file may be as long at the front as where it is read, with room for its form', () => {
  expect(mostUploadBytes).toBeGreaterThan(workbookLimits.fileBytes);
  expect(mostUploadBytes).toBeLessThan(workbookLimits.fileBytes + 2 ** 17);
});

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

type Wanted = { method: string; path?: string; headers?: Record<string, string>; parts?: Buffer[] };

function send(server: Server, { method, path = '/work', headers = {}, parts = [] }: Wanted) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; body: string; headers: IncomingMessage['headers'] }>((resolve, reject) => {
    const sent = ask({ port, method, path, headers, agent: false }, (answer) => {
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

test('a report to be proofread that is too long is 413 in a sentence of its own, before anything reads it', async () => {
  const over = [Buffer.alloc(mostBytes, 'a'), Buffer.from('b')];
  for (const path of ['/api/proofread', '/proofread', '/api/proofread?a=b'])
    for (const headers of [
      chunked,
      { 'Content-Length': `${mostBytes + 1}`, 'Content-Type': 'multipart/form-data; boundary=b' },
    ]) {
      const { status, body } = await send(plain, { method: 'POST', path, headers, parts: over });
      expect([status, body.includes('A report can have 1 MB'), body.includes('nothing was changed')]).toEqual([
        413,
        true,
        false,
      ]);
    }
  const { body } = await send(plain, { method: 'POST', path: '/proofreading', headers: chunked, parts: over });
  expect(body).toContain('longer than a form here may be');
});

test('a file of 10 MB is let through to the one address that takes files, unread; a larger one is 413 in a sentence', async () => {
  const headers = (length: number) => ({
    'Content-Length': `${length}`,
    'Content-Type': 'multipart/form-data; boundary=b',
  });
  const upload = (length: number, more: Partial<Wanted> = {}) =>
    send(plain, {
      method: 'POST',
      path: uploadAddress,
      headers: headers(length),
      parts: [Buffer.alloc(length)],
      ...more,
    });
  // What is no form at all reaches the application as it is: nothing was held or read on the way.
  expect(JSON.parse((await upload(mostUploadBytes)).body)).toMatchObject({ length: mostUploadBytes });
  const { status, body } = await upload(mostUploadBytes + 1);
  expect([status, body.includes('A file can have 10 MB')]).toEqual([413, true]);
  // Nowhere else, by no other method, and not without its length.
  for (const path of ['/work', `${uploadAddress}/`, `${uploadAddress}?a=b`])
    expect((await upload(mostBytes + 1, { path })).status, path).toBe(413);
  expect((await upload(mostBytes + 1, { method: 'PUT' })).status).toBe(413);
  expect((await upload(mostBytes + 1, { headers: chunked })).status).toBe(413);
  expect((await upload(mostBytes + 1, { headers: { ...headers(mostBytes + 1), 'Next-Action': own } })).status).toBe(
    413,
  );
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
  const boundTo = async (server: Server, method: string) =>
    (await send(server, { method })).headers['strict-transport-security'] ?? null;
  for (const method of ['GET', 'POST', 'TRACE']) {
    expect(await boundTo(bound, method)).toBe('max-age=31536000');
    for (const other of [plain, named, unsafe]) expect(await boundTo(other, method)).toBeNull();
  }
});

test('cookies of the framework’s own preview never reach it, and every other one does', async () => {
  const cookiesSent = async (Cookie: string) =>
    JSON.parse((await send(plain, { method: 'GET', headers: { Cookie } })).body).headers.cookie ?? null;
  expect(await cookiesSent('__prerender_bypass=1; __next_preview_data=1')).toBeNull();
  expect(await cookiesSent('a=1; __prerender_bypass=1; candour-session=x;__next_preview_data=1')).toBe(
    'a=1; candour-session=x',
  );
  expect(await cookiesSent('candour-session=x')).toBe('candour-session=x');
});

const own = '7f0071bea0b866c53c875ba0dbb6f2fff898acafcf';
const other = '7f0123456789abcdef0123456789abcdef01234567';

/** A server of a build that knows one action, whose application wishes for 409, and answers with where it was asked and how. */
async function serverOfBuild(): Promise<Server> {
  const handle = (request: IncomingMessage, response: import('node:http').ServerResponse) => {
    wishStatus(409);
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  };
  const server = createServer(front(handle, { actions: new Set([own]) }));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

/** A form as a browser sends it whose page was made by the build with this action: without a script bound or not, or by one. */
const sent = (name: string, way: 'direct' | 'bound' | 'script', words = 'words') => {
  const field = (at: string, value: string) =>
    `--a-form-of-candour\r\nContent-Disposition: form-data; name="${at}"\r\n\r\n${value}\r\n`;
  const naming = {
    direct: field(`$ACTION_ID_${name}`, ''),
    bound: field('$ACTION_REF_5', '') + field('$ACTION_5:0', `{"id":"${name}","bound":"$@1"}`),
    script: field('_1_$ACTION_5:0', `{"id":"${own}","bound":"$@1"}`),
  };
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'multipart/form-data; boundary=a-form-of-candour',
      ...(way === 'script' && { 'Next-Action': name }),
    },
    parts: [Buffer.from(`${naming[way]}${field('comments', words)}--a-form-of-candour--\r\n`)],
  };
};

test.each(['direct', 'bound', 'script'] as const)(
  'a form of another build (%s) is led to where that is told; one of this build goes where it wants to',
  async (way) => {
    const server = await serverOfBuild();
    try {
      const answerTo = async (name: string) => {
        const { status, body } = await send(server, sent(name, way, `name="$ACTION_ID_${other.slice(1)}" is quoted`));
        return { status, ...JSON.parse(body) };
      };
      expect(await answerTo(own)).toMatchObject({ url: '/work', status: way === 'script' ? 200 : 409 });
      const led = await answerTo(other);
      expect(led.url).toBe('/trouble/out-of-date?at=%2Fwork');
      expect([led.headers['next-action'], led.headers['x-candour-script']]).toEqual([
        undefined,
        way === 'script' ? '1' : undefined,
      ]);
    } finally {
      server.close();
    }
  },
);

test('a sender who goes away in the middle of a form takes nothing with them', async () => {
  const { port } = plain.address() as AddressInfo;
  const headers = { 'Content-Type': 'multipart/form-data; boundary=a-form-of-candour', 'Content-Length': '1000' };
  const gone = ask({ port, method: 'POST', headers, agent: false });
  gone.on('error', () => {});
  await new Promise((resolve) => gone.write('--b\r\n', resolve));
  gone.destroy();
  expect((await send(plain, { method: 'GET' })).status).toBe(200);
});

/** The parts of a form, each with its name, as a browser writes them; `end` closes it. */
const formOf = (fields: [string, string][], end = '--edge--\r\n') => ({
  method: 'POST',
  headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
  parts: [
    Buffer.from(
      `${fields.map(([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}${end}`,
    ),
  ],
});

test.each([
  ['a part without an end', formOf([['then', '']], '--edg')],
  ['no part at all', formOf([], 'then=x')],
  ['a broken field of the framework’s own', formOf([['$ACTION_8:0', '{"id":"a"}1 AND 1=1']])],
])('a form with %s is 400 in a sentence', async (_, sent) => {
  const { status, body } = await send(plain, sent);
  expect([status, body.includes('nothing was changed')]).toEqual([400, true]);
});

test('a form that is whole is handed on to the last byte', async () => {
  const sent = formOf([
    ['$ACTION_8:0', '{"id":"a"}'],
    ['$ACTION_8:1', '[null]'],
    ['then', ''],
  ]);
  const { status, body } = await send(plain, sent);
  expect([status, JSON.parse(body).length]).toEqual([200, sent.parts[0]?.length]);
});

test.each([
  ['/measures/csc-01/embed', undefined],
  ['/measures/csc-01/embed?n=1', undefined],
  ['/measures/csc-01', 'DENY'],
  ['/measures/csc-01/embedded', 'DENY'],
  ['/measures/csc-01/working?then=/measures/csc-01/embed', 'DENY'],
  ['/work', 'DENY'],
])('%s says of frames of other sites: %s', async (path, said) => {
  expect((await send(plain, { method: 'GET', path })).headers['x-frame-options']).toBe(said);
});
