import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as listener } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostBytes } from '../../../scripts/server/body-limits.mjs';
import { front } from '../../../scripts/server/front.mjs';
import { proxies } from '../../support/deploy/proxies';

const found = proxies.filter(({ name }) => spawnSync('which', [name]).status === 0);
const site = 'https://performance.council.example';
const folder = mkdtempSync('/tmp/candour-proxies-');
let server: Server;
let to: number;

beforeAll(async () => {
  console.log(
    `Tried behind: ${found.map(({ name }) => name).join(', ')}; of ${proxies.map(({ name }) => name).join(', ')}.`,
  );
  const handle = async (request: IncomingMessage, response: import('node:http').ServerResponse) => {
    let length = 0;
    for await (const part of request) length += (part as Buffer).length;
    const { host, origin, 'x-forwarded-host': forwarded } = request.headers;
    response.end(JSON.stringify({ host, origin, forwarded, length, url: request.url }));
  };
  server = createServer(front(handle, { origin: site })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  to = (server.address() as { port: number }).port;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const held = listener().listen(0, '127.0.0.1');
  await once(held, 'listening');
  const { port } = held.address() as { port: number };
  held.close();
  return port;
}

test('this machine has a proxy to try', () => {
  expect(found.length).toBeGreaterThan(0);
});

test.each(found)(
  'behind $name as it comes, a form arrives as from the address that people type, and a long one is 413',
  async (proxy) => {
    const from = await freePort();
    const file = path.join(folder, `${proxy.name}.conf`);
    writeFileSync(file, proxy.configuration(from, to, folder));
    const program: ChildProcess = spawn(proxy.name, proxy.words(file, folder), { stdio: 'ignore' });
    try {
      const address = `http://127.0.0.1:${from}/work?x=1`;
      const headers = { Origin: site, 'Content-Type': 'text/plain' };
      const send = (body: string) => fetch(address, { method: 'POST', headers, body });
      await expect
        .poll(
          () =>
            send('a form').then(
              (answer) => answer.status,
              () => null,
            ),
          { timeout: 10_000 },
        )
        .toBe(200);
      expect(await (await send('a form')).json()).toEqual({
        host: new URL(site).host,
        origin: site,
        forwarded: new URL(site).host,
        length: 6,
        url: '/work?x=1',
      });
      // nginx has a limit of its own, of the same size.
      expect((await send('a'.repeat(mostBytes + 1))).status).toBe(413);
      expect((await fetch(address)).status).toBe(200);
    } finally {
      program.kill('SIGTERM');
      await Promise.race([once(program, 'exit'), wait(3_000)]);
      program.kill('SIGKILL');
    }
  },
);
