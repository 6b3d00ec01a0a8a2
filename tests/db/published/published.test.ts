import { eq, ne, or } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { isOurs, keepRendering } from '@/db/commands/release/renderings';
import { pageMac } from '@/db/hashing/page-mac';
import { councilState } from '@/db/queries/published/council-state';
import { editionInForce, firstPublished, rowsOf, servicesInForce } from '@/db/queries/published/in-force';
import { rendering } from '@/db/queries/published/kept-pages';
import { rowsOfEditions } from '@/db/queries/published/standing-editions';
import { verifyRenderings } from '@/db/queries/verify/verify-renderings';
import { readings, renderings, services } from '@/db/schema';
import { oneMeasureCouncil } from '../../support/council/one-measure-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { ada, approved } = await oneMeasureCouncil(db);
const publish = (asAt: string, at: string) =>
  publishAsIs(db, { actorId: ada, publisher: 'performance officer', service: 'buses', asAt, at });

await db.insert(readings).values([approved('2026-06-01', '88'), approved('2026-07-01', '91')]);
await publish('2026-07-20', '2026-07-20T08:30:00Z');
await publish('2026-08-17', '2026-08-17T08:30:00Z');
await db.insert(services).values({ slug: 'trams', name: 'Trams', position: 2 });

test.each([
  ['2026-07-20T08:30:00Z', null],
  ['2026-07-20T08:30:01Z', 1],
  ['2026-08-17T08:30:00Z', 1],
  ['2026-08-17T08:30:00.001Z', 2],
  ['2030-01-01T00:00:00Z', 2],
])('just before %s edition %s is in force', async (before, number) => {
  expect((await editionInForce(db, 'buses', before))?.head.number ?? null).toBe(number);
});

test('whom to ask is of the present: the contact of the service, also on an earlier edition; else that of the council', async () => {
  const asked = async () => {
    const early = await editionInForce(db, 'buses', '2026-08-17T08:30:00Z');
    const [listed] = (await councilState(db, '2030-01-01T00:00:00Z', '2030-01-01'))?.editions ?? [];
    return [early?.head.number, early?.contact, listed?.contact];
  };
  const before = await editionInForce(db, 'buses', '2030-01-01T00:00:00Z');
  expect(await asked()).toEqual([1, { name: before?.council.name, email: before?.council.contact, phone: null }, null]);
  const own = { contactName: 'Bus desk', contactPhone: '01632 960 001' };
  await db.update(services).set(own).where(eq(services.slug, 'buses'));
  const contact = { name: 'Bus desk', email: null, phone: '01632 960 001' };
  expect(await asked()).toEqual([1, contact, contact]);
});

test('a service that has published nothing is not in public', async () => {
  expect(await editionInForce(db, 'trams', '2030-01-01T00:00:00Z')).toBeNull();
  expect(await firstPublished(db, 'trams')).toBeNull();
  const listed = await servicesInForce(db, '2030-01-01T00:00:00Z');
  expect(listed.map(({ head, judged }) => [head.service.slug, head.number, judged.length])).toEqual([['buses', 2, 1]]);
});

test('the page of all services: the edition in force, its measures, and the colours of the one before that stands', async () => {
  const ask = async (before: string) => {
    const [edition, ...others] = (await councilState(db, before, '2030-01-01'))?.editions ?? [];
    expect(others).toEqual([]);
    return edition ? (await rowsOfEditions(db, [edition])).map((rows) => ({ ...edition, ...rows })) : [];
  };
  expect(await ask('2020-01-01T00:00:00Z')).toEqual([]);
  const [now] = await ask('2030-01-01T00:00:00Z');
  expect([now?.head.service.slug, now?.head.number, now?.rows.length, now?.before.size]).toEqual(['buses', 2, 1, 1]);
  const whole = await editionInForce(db, 'buses', '2030-01-01T00:00:00Z');
  const [frozen] = await rowsOf(db, whole?.id ?? 0);
  const isRed = frozen?.rag.colour === 'red';
  expect(now?.rows[0]).toMatchObject({
    code: frozen?.code,
    current: frozen?.current,
    rag: frozen?.rag,
    schedule: frozen?.schedule,
    comments: isRed ? frozen?.comments : null,
  });
  const [then] = await ask('2026-08-17T08:30:00Z');
  expect([then?.head.number, then?.before.size]).toEqual([1, 0]);
});

const secret = 'the key of this installation, which is not in its database';
const page = Buffer.from('page');
const place = async (before: string, key: string) => {
  const found = await editionInForce(db, 'buses', before);
  return { editionId: found?.id ?? 0, edition: found?.head.sha256 ?? '', key };
};
const first = await place('2026-08-01T00:00:00Z', 'a');
const second = await place('2030-01-01T00:00:00Z', 'b');
const keep = (html = page) => keepRendering(db, secret, { ...second, date: '2026-08-17', html });
/** The page at a place, if it is one that may be served. */
const servedPage = async (place = second, by = secret) => {
  const stored = await rendering(db, place.editionId, place.key);
  return stored && isOurs(by, { ...place, ...stored }, stored.mac) ? stored.html : null;
};
const verified = (by = secret) => verifyRenderings(db, by, { events: 0, editions: 0, readings: 0, rows: 0, pages: 0 });

describe('a page that is kept', () => {
  test('is found again, and the earlier days of its service make room', async () => {
    await keepRendering(db, secret, { ...first, date: '2026-08-16', html: page });
    await keep();
    await keep();
    expect(await db.$count(renderings)).toBe(1);
    expect(await servedPage()).toEqual(page);
    expect(await servedPage(first)).toBeNull();
    expect(await verified()).toBeNull();
  });

  const forged = pageMac('another key', { ...second, date: '2026-08-17', html: Buffer.from('forged') });
  test.each([
    ['with other words', { html: Buffer.from('forged') }],
    ['with other words, and a code by another key', { html: Buffer.from('forged'), mac: forged }],
    ['of another day', { date: '2026-08-18' }],
    ['under another address', { key: 'c' }],
    ['beside another edition', { editionId: first.editionId }],
    ['without a code', { mac: null }],
    ['with half a code', { mac: forged.slice(0, 32) }],
  ])('%s is served to nobody, is not called whole, and is made anew', async (_, change) => {
    await db.update(renderings).set(change);
    const at = 'editionId' in change ? { ...first, key: second.key } : { ...second, ...change };
    expect(await servedPage(at)).toBeNull();
    expect(await verified()).toMatchObject({ table: 'renderings', id: `${at.editionId}, ${at.key}` });
    await db.delete(renderings).where(or(ne(renderings.editionId, second.editionId), ne(renderings.key, second.key)));
    await keep();
    expect(await servedPage()).toEqual(page);
    expect(await verified()).toBeNull();
  });

  test('is not one for an installation with another key', async () => {
    expect(await servedPage(second, 'another key')).toBeNull();
    expect(await verified('another key')).toMatchObject({ table: 'renderings' });
  });
});
