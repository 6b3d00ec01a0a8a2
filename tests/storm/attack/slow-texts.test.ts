import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { fields, longTexts as textsOf } from '../../support/attack/long-texts';
import { sourcePatterns } from '../../support/attack/source-patterns';
import { builtServer } from '../../support/server/built-server';

const longTexts = textsOf(50_000);

/** recheck brings 57 MB of programs, so that it is no dependency: npm install --prefix FOLDER recheck@4.5.0. */
const folder = process.env.CANDOUR_RECHECK ?? '';
const installed = existsSync(path.join(folder, 'node_modules', 'recheck'));
type Diagnostics = {
  status: 'safe' | 'vulnerable' | 'unknown';
  attack?: { string: string };
  complexity?: { type: string };
};
type Recheck = { checkSync: (source: string, flags: string, options: { timeout: number }) => Diagnostics };

test('recheck is here (CANDOUR_RECHECK names its folder); without it no pattern was checked', () => {
  expect(installed).toBe(true);
});

test.runIf(installed)(
  'every pattern of the source is safe',
  () => {
    const { checkSync } = createRequire(path.join(folder, 'package.json'))('recheck') as Recheck;
    const { patterns, made } = sourcePatterns();
    const found = patterns.map((pattern) => ({
      ...pattern,
      ...checkSync(pattern.source, pattern.flags, { timeout: 30_000 }),
    }));
    const withStatus = (status: string) => found.filter((one) => one.status === status);
    console.log(
      `${patterns.length} patterns: ${withStatus('safe').length} safe, ${withStatus('vulnerable').length} vulnerable, ${withStatus('unknown').length} unknown; ${made.length} made of others: ${made}`,
    );
    const lineOf = ({ file, source, flags, status, complexity }: (typeof found)[number]) =>
      `${file}: /${source}/${flags} ${status} ${complexity?.type ?? ''}`;
    expect(patterns.length).toBeGreaterThan(100);
    expect([...withStatus('vulnerable'), ...withStatus('unknown')].map(lineOf)).toEqual([]);
  },
  3_600_000,
);

describe(`${longTexts.length} texts of 50,000 characters`, () => {
  test.each(Object.entries(fields))(
    '%s reads each within 50 ms of its processor',
    (_, read) => {
      for (const text of longTexts) read(text.slice(0, 100));
      const slow: string[] = [];
      let longest = 0;
      for (const text of longTexts) {
        // Of three tries the shortest: what the machine does besides is not the field's.
        const took = Math.min(
          ...[1, 2, 3].map(() => {
            const before = process.cpuUsage();
            read(text);
            const { user, system } = process.cpuUsage(before);
            return (user + system) / 1000;
          }),
        );
        longest = Math.max(longest, took);
        if (took > 50)
          slow.push(`${took.toFixed(0)} ms: ${JSON.stringify(text.slice(0, 12))}… ${JSON.stringify(text.slice(-3))}`);
      }
      console.log(`${_}: ${longest.toFixed(1)} ms at most`);
      expect(slow).toEqual([]);
    },
    600_000,
  );
});

test('200 connections that say half a request and wait: pages and the sign-in are answered all the same', async () => {
  const server = await builtServer();
  const port = Number(new URL(server.address).port);
  const held: Socket[] = [];
  for (let n = 0; n < 200; n += 1) {
    const socket = connect(port, 'localhost');
    socket.on('error', () => {});
    const begun = [
      '',
      'GET / HTTP/1.1\r\nHost: localhost\r\nX-Half: ',
      'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n\r\na',
    ];
    socket.write(begun[n % 3] ?? '');
    held.push(socket);
  }
  await wait(500);
  expect(held.filter(({ destroyed }) => !destroyed)).toHaveLength(200);
  const times: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    for (const address of ['/', '/scorecards/childrens-social-care', '/sign-in', '/readyz']) {
      const start = performance.now();
      const answer = await fetch(server.address + address, { signal: AbortSignal.timeout(5_000) });
      await answer.text();
      times.push(performance.now() - start);
      expect(answer.status, address).toBe(200);
    }
  }
  times.sort((a, b) => a - b);
  console.log(
    `400 answers beside 200 idle connections: median ${times[200]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms`,
  );
  for (const socket of held) socket.destroy();
  await server.stop();
}, 120_000);
