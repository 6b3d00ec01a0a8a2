import { createElement } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { keepLast, lastKnown, mostKnown } from '@/app/_public/last-known';
import { leased } from '@/app/_public/leased';
import { mostRendered, rendered } from '@/app/_public/rendered';
import { lease } from '@/app/_server/lease';
import type { EditionHead } from '@/lib/edition/edition';
import { holdClock } from '../../support/held-clock';

const council = {
  name: 'Testshire',
  contact: 'figures@testshire.example',
  demonstration: null,
  areaCode: null,
  licence: null,
  language: null,
};
const head: EditionHead = {
  service: { slug: 'buses', name: 'Buses', notice: null },
  number: 1,
  asAt: '2026-08-17',
  publishedAt: '2026-08-17T08:30:00Z',
  publisher: 'performance officer',
  comparisonYear: '2025/26',
  note: null,
  sha256: 'e'.repeat(64),
};

const contact = { name: 'Testshire', email: 'performance@testshire.example', phone: null };

const megabyte = 2 ** 20;
let made = 0;
/** A page of so many bytes that is never kept in the database. */
const pageOf = (name: string, bytes = megabyte) =>
  rendered({
    edition: { id: 1, head, council, contact },
    dependsOn: [name],
    keptFor: null,
    page: async () => {
      made += 1;
      return createElement('p', null, 'x'.repeat(bytes));
    },
  });
/** How many of some pages have to be made when they are asked for. */
async function madeFor(names: string[], bytes?: number): Promise<number> {
  const before = made;
  for (const name of names) await pageOf(name, bytes);
  return made - before;
}

afterEach(() => void vi.useRealTimers());

test('rendered pages: everybody who asks while one is made gets that one, and whoever asks later', async () => {
  const before = made;
  const [one, other] = await Promise.all([pageOf('shared', 10), pageOf('shared', 10)]);
  expect(other).toBe(one);
  expect(await pageOf('shared', 10)).toBe(one);
  expect(made - before).toBe(1);
});

test('rendered pages: one that could not be made is a fault for all who wait, and is made for the next', async () => {
  const broken = () =>
    rendered({
      edition: { id: 1, head, council, contact },
      dependsOn: ['broken'],
      keptFor: null,
      page: () => Promise.reject(new Error('the record is away')),
    });
  const results = await Promise.allSettled([broken(), broken()]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await madeFor(['broken'], 10)).toBe(1);
});

test('rendered pages: no more bytes than the bound are held, and the longest unread go first', async () => {
  const names = Array.from({ length: mostRendered / megabyte + 4 }, (_, n) => `large ${n}`);
  for (const name of names) {
    await pageOf(name);
    await pageOf('large 0');
  }
  expect(await madeFor(['large 0', ...names.slice(-20)])).toBe(0);
  // A megabyte of text and its tags: one page fewer than megabytes, and the one that was read between.
  expect(await madeFor(names.slice(1, 6))).toBe(5);
});

test('rendered pages: one that is larger than the bound is sent and not held', async () => {
  const bytes = mostRendered + 1;
  expect((await pageOf('too large', bytes)).body.byteLength).toBeGreaterThan(mostRendered);
  expect(await madeFor(['too large'], bytes)).toBe(1);
});

test('rendered pages: one that is pushed out while it is made still reaches those who wait for it', async () => {
  let finish = (_: string) => {};
  const words = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const waiting = rendered({
    edition: { id: 1, head, council, contact },
    dependsOn: ['slow'],
    keptFor: null,
    page: async () => createElement('p', null, await words),
  });
  for (let n = 0; n < mostRendered / megabyte + 2; n += 1) await pageOf(`pushing ${n}`);
  finish('here at last');
  expect((await waiting).body.toString()).toContain('here at last');
});

test('last known pages: no more bytes than the bound, and those of which the record told longest ago go first', () => {
  const page = { body: Buffer.alloc(megabyte), headers: {} };
  const addresses = Array.from({ length: mostKnown / megabyte + 4 }, (_, n) => `http://candour.test/${n}`);
  for (const address of addresses) {
    keepLast(address, page);
    lastKnown(addresses[0] as string);
  }
  const known = addresses.filter((address) => lastKnown(address) !== null);
  expect(known).toEqual(addresses.slice(-(mostKnown / megabyte - 1)));
});

test('leased answers: repeated to everybody for a lease from when they were asked for, then asked for again', async () => {
  holdClock();
  let count = 0;
  const ask = leased(async (name: string) => {
    count += 1;
    return `${name} ${count}`;
  });
  const first = ask('buses');
  expect(ask('buses')).toBe(first);
  expect(await ask('trams')).toBe('trams 2');
  vi.advanceTimersByTime(lease - 1);
  expect(await ask('buses')).toBe('buses 1');
  vi.advanceTimersByTime(1);
  expect(await ask('buses')).toBe('buses 3');
});

test('leased answers: a question that failed is asked again at once', async () => {
  holdClock();
  let away = true;
  const ask = leased(async (name: string) => {
    if (away) throw new Error('the record is away');
    return name;
  });
  await expect(ask('buses')).rejects.toThrow('away');
  away = false;
  expect(await ask('buses')).toBe('buses');
});

test('leased answers: no more bytes than the bound, the longest unread go first', async () => {
  holdClock();
  let count = 0;
  const ask = leased(async (_: string) => {
    count += 1;
    return 'x'.repeat(10_000);
  }, 100_000);
  for (let n = 0; n < 12; n += 1) await ask(`${n}`);
  expect(count).toBe(12);
  await Promise.all(['11', '10', '9', '8'].map((name) => ask(name)));
  expect(count).toBe(12);
  await ask('0');
  expect(count).toBe(13);
});
