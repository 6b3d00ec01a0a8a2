import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { front } from '../../../scripts/server/front.mjs';

test('/healthz is answered before the application, without a cookie, and kept by nobody', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(
    front(({ url }, response) => {
      asked.push(url);
      response.writeHead(404).end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, method = 'GET') =>
    fetch(`http://localhost:${port}${path}`, { method, headers: { Cookie: 'candour-session=x' } });
  try {
    for (const path of ['/healthz', '/healthz?at=1']) {
      const answer = await ask(path);
      expect([answer.status, await answer.json()]).toEqual([200, { alive: true }]);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect([(await ask('/healthz', 'HEAD')).status, asked]).toEqual([200, []]);
    for (const path of ['/healthzz', '/healthz/x', '/Healthz']) expect((await ask(path)).status).toBe(404);
    expect((await ask('/healthz', 'POST')).status).toBe(404);
    expect(asked).toHaveLength(4);
  } finally {
    server.close();
  }
});

test('/readyz is answered by the front of a server that is leaving, and by the application of every other', async () => {
  let isLeaving = false;
  const server = createServer(front((_, response) => response.writeHead(200).end(), { isLeaving: () => isLeaving }));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string) => fetch(`http://localhost:${port}${path}`);
  try {
    expect((await ask('/readyz')).status).toBe(200);
    isLeaving = true;
    const answer = await ask('/readyz');
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, leaving: true }]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect([(await ask('/readyzz')).status, (await ask('/healthz')).status, (await ask('/')).status]).toEqual([
      200, 200, 200,
    ]);
  } finally {
    server.close();
  }
});

test('what is not there just now says when to come again, in its own words where it has any', async () => {
  const server = createServer(
    front(({ url }, response) => {
      if (url === '/own') response.setHeader('Retry-After', '60');
      response.statusCode = url === '/there' ? 200 : 503;
      response.end('words');
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const again = async (path: string, method = 'GET') =>
    (await fetch(`http://localhost:${port}${path}`, { method })).headers.get('retry-after');
  try {
    expect([await again('/away'), await again('/away', 'POST'), await again('/own'), await again('/there')]).toEqual([
      '5',
      '5',
      '60',
      null,
    ]);
  } finally {
    server.close();
  }
});
