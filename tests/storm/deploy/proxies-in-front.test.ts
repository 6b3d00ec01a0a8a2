import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deployedProxies } from '../../support/deploy/deployed-proxies';
import { etag, portalBehind } from '../../support/deploy/portal-behind';
import { freePort } from '../../support/server/served-process';

const found = deployedProxies.filter(({ name }) => spawnSync('which', [name]).status === 0);

test('this machine has one of the proxies of deploy/', () => {
  console.log(
    `Tried: ${found.map(({ name }) => name).join(', ')}; of ${deployedProxies.map(({ name }) => name).join(', ')}.`,
  );
  expect(found.length).toBeGreaterThan(0);
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** What the bytes of an answer are, as they come. */
const read = (port: number, url: string, headers: Record<string, string> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    ask({ host: '127.0.0.1', port, path: url, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    })
      .once('error', reject)
      .end();
  });

const browser = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };
const signedIn = { ...browser, Cookie: 'a=1; __Host-candour-session=x' };

describe.each(found)('$name before the portal', ({ name, keeps, collapses, lay }) => {
  let folder: string;
  let program: ChildProcess;
  let portal: Awaited<ReturnType<typeof portalBehind>>;
  let port: number;
  const get = (url: string, headers?: Record<string, string>) => read(port, url, headers);

  beforeAll(async () => {
    folder = mkdtempSync(`/tmp/candour-${name}-`);
    for (const below of ['', 'kept', 'locks']) {
      mkdirSync(path.join(folder, below), { recursive: true });
      chmodSync(path.join(folder, below), 0o777);
    }
    portal = await portalBehind();
    port = await freePort();
    program = spawn(name, lay(folder, port, portal.port), { stdio: 'ignore' });
    await vi.waitFor(async () => expect((await get('/seen')).status).toBe(200), { timeout: 20_000, interval: 100 });
  });
  afterAll(async () => {
    program.kill('SIGTERM');
    await Promise.race([once(program, 'exit'), wait(5_000)]);
    program.kill('SIGKILL');
    portal.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('pages come as the portal made them, by what a browser can read, with their ETag, and 304 to who has them', async () => {
    for (let round = 0; round < 3; round += 1) {
      const zipped = await get('/page', browser);
      expect([zipped.status, zipped.headers['content-encoding']]).toEqual([200, 'gzip']);
      expect(zipped.body.equals(portal.zipped)).toBe(true);
      expect(zipped.headers.etag).toBe(etag);
      const plain = await get('/page');
      expect([plain.headers['content-encoding'], plain.body.equals(portal.page)]).toEqual([undefined, true]);
      const known = await get('/page', { ...browser, 'If-None-Match': etag });
      expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, etag]);
    }
  });

  test(`a page is ${keeps ? 'kept for a second and no longer' : 'asked of the portal each time'}`, async () => {
    for (let n = 0; n < 20; n += 1) expect((await get('/kept', browser)).body.equals(portal.zipped)).toBe(true);
    const first = portal.countOf('/kept');
    if (!keeps) return expect(first).toBe(20);
    expect(first).toBeLessThan(20);
    await wait(2_100);
    await get('/kept', browser);
    expect(portal.countOf('/kept')).toBeGreaterThan(first);
  });

  test('whoever is signed in meets the portal itself, and leaves nothing behind for others', async () => {
    await get('/card', browser);
    for (let n = 1; n <= 3; n += 1) {
      const { body } = await get('/card', signedIn);
      expect(JSON.parse(body.toString())).toEqual({ person: 'Olive' });
      expect((await get('/card', browser)).body.equals(portal.zipped)).toBe(true);
    }
    await get('/first-by-olive', signedIn);
    expect((await get('/first-by-olive', browser)).body.equals(portal.zipped)).toBe(true);
  });

  test('an answer that sets a cookie is given to nobody else', async () => {
    for (let n = 0; n < 3; n += 1) await get('/wrong', browser);
    expect(portal.countOf('/wrong')).toBe(3);
  });

  test('the portal is told who asks, and which request it is', async () => {
    const { body } = await get('/seen', { 'X-Forwarded-For': '203.0.113.9' });
    const seen = JSON.parse(body.toString()) as Record<string, string>;
    expect(seen['x-forwarded-for']?.split(',').at(-1)?.trim()).toBe('127.0.0.1');
    expect(seen['x-request-id']).toMatch(/^[\w@-]{16,40}$/);
    const { headers } = await get('/seen');
    expect(headers['x-request-id']).toMatch(/^[\w@-]{16,40}$/);
  });

  test('many requests, one after the other, take one connection or a few', async () => {
    const before = portal.connections();
    for (let n = 0; n < 60; n += 1) await get(`/alone?n=${n}`, signedIn);
    expect(portal.connections() - before).toBeLessThan(10);
  });

  test(`fifty who ask at once for a page that is not kept all get it${collapses ? ', and one asks the portal' : ''}`, async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => get('/slow', browser)));
    expect(answers.every(({ body }) => body.equals(portal.zipped))).toBe(true);
    expect(portal.countOf('/slow')).toBeLessThanOrEqual(collapses ? 1 : 50);
  });

  test('it has nothing to complain of, where it keeps a log', () => {
    const log = path.join(folder, 'error.log');
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    expect(lines.filter((line) => /\[(error|crit|alert|emerg)\]/.test(line))).toEqual([]);
  });
});
