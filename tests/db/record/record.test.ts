import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { record, recordMany } from '@/db/events/append-events';
import { sha256 } from '@/db/hashing/sha256';
import { events } from '@/db/schema';
import { chainText } from '@/lib/record/chain-text';
import type { Happening } from '@/lib/record/event';
import { oneMeasureCouncil, refusal } from '../../support/council/one-measure-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 16 });
const { ada, service } = await oneMeasureCouncil(db);

const happening = (serviceId: number | null, subjectId: number): Happening => ({
  at: '2026-08-17T08:30:00Z',
  actorId: ada,
  kind: 'edition_published',
  subject: 'edition',
  serviceId,
  subjectId,
  details: { number: subjectId, words: 'é “quoted”' },
});

test('32 writers at once make one chain without a fork, and each service has its own', async () => {
  const writers = Array.from({ length: 32 }, (_, n) => [service.id, null].map((id) => happening(id, n + 1))).flat();
  await Promise.all(writers.map((each) => db.transaction((tx) => record(tx, each))));
  for (const id of [service.id, null]) {
    const chain = (await db.select().from(events).orderBy(asc(events.id))).filter((event) => event.serviceId === id);
    expect(chain).toHaveLength(32);
    let previous: string | null = null;
    for (const { hash, previous: before, id: _, ...event } of chain) {
      expect(before).toBe(previous);
      expect(hash).toBe(sha256(chainText(event, previous)));
      previous = hash;
    }
  }
});

test('a fork of the chain cannot be stored', async () => {
  const [first] = await db.select().from(events).orderBy(asc(events.id)).limit(1);
  const { id: _, ...event } = first as typeof events.$inferSelect;
  expect(await refusal(db.insert(events).values({ ...event, hash: sha256('another') }))).toBe('one_chain_per_service');
});

test('what a rolled-back change recorded is not there', async () => {
  const before = await db.$count(events);
  const change = db.transaction(async (tx) => {
    await record(tx, happening(null, 99));
    throw new Error('the change failed');
  });
  expect(await refusal(change)).toBe('the change failed');
  expect(await db.$count(events)).toBe(before);
});

test('one event by itself and one of many have the hash of their whole text, whatever their words', async () => {
  const awkward = ['a \\ and "quotes"', 'line\nand\ttab', 'é 😀 \u2028', '{"previous":null}', ''];
  const details = Object.fromEntries(awkward.map((text) => [text, [text, 7, true, null, { [text]: text }]]));
  const each = { ...happening(service.id, 7), at: '2026-08-17T08:30:00.123456Z', details };
  await db.transaction((tx) => record(tx, each));
  await db.transaction((tx) => recordMany(tx, [each, each]));
  const written = (await db.select().from(events).orderBy(asc(events.id))).slice(-3);
  expect(written).toHaveLength(3);
  for (const { hash, previous, id: _, ...event } of written) {
    expect(event).toEqual(each);
    expect(hash).toBe(sha256(chainText(event, previous)));
  }
  expect(written[1]?.previous).toBe(written[0]?.hash);
});
