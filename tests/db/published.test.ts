import { beforeAll, expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/edition-write';
import { keepRendering } from '@/db/commands/renderings';
import { editionInForce, firstPublished, rendering, servicesInForce } from '@/db/queries/published';
import { readings, renderings, services } from '@/db/schema';
import { freshDatabase } from '../support/fresh-database';
import { smallCouncil } from '../support/small-council';

const { db } = await freshDatabase();
const { ada, approved } = await smallCouncil(db);
const publish = (asAt: string, at: string) =>
  publishAsIs(db, { actorId: ada, publisher: 'performance officer', service: 'buses', asAt, at });

beforeAll(async () => {
  await db.insert(readings).values([approved('2026-06-01', '88'), approved('2026-07-01', '91')]);
  await publish('2026-07-20', '2026-07-20T08:30:00Z');
  await publish('2026-08-17', '2026-08-17T08:30:00Z');
  await db.insert(services).values({ slug: 'trams', name: 'Trams', position: 2 });
});

test.each([
  ['2026-07-20T08:30:00Z', null],
  ['2026-07-20T08:30:01Z', 1],
  ['2026-08-17T08:30:00Z', 1],
  ['2026-08-17T08:30:00.001Z', 2],
  ['2030-01-01T00:00:00Z', 2],
])('just before %s edition %s is in force', async (before, number) => {
  expect((await editionInForce(db, 'buses', before))?.head.number ?? null).toBe(number);
});

test('a service that has published nothing is not in public', async () => {
  expect(await editionInForce(db, 'trams', '2030-01-01T00:00:00Z')).toBeNull();
  expect(await firstPublished(db, 'trams')).toBeNull();
  const listed = await servicesInForce(db, '2030-01-01T00:00:00Z');
  expect(listed.map(({ head, judged }) => [head.service.slug, head.number, judged.length])).toEqual([['buses', 2, 1]]);
});

test('a kept rendering is found again, and the earlier days of its service make room', async () => {
  const first = await editionInForce(db, 'buses', '2026-08-01T00:00:00Z');
  const second = await editionInForce(db, 'buses', '2030-01-01T00:00:00Z');
  const page = Buffer.from('page');
  await keepRendering(db, { editionId: first?.id ?? 0, key: 'a', date: '2026-08-16', html: page });
  await keepRendering(db, { editionId: second?.id ?? 0, key: 'b', date: '2026-08-17', html: page });
  await keepRendering(db, { editionId: second?.id ?? 0, key: 'b', date: '2026-08-17', html: page });
  expect(await db.$count(renderings)).toBe(1);
  expect(await rendering(db, second?.id ?? 0, 'b')).toEqual(page);
  expect(await rendering(db, first?.id ?? 0, 'a')).toBeNull();
});
