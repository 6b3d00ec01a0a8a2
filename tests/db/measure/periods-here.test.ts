import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { factsOf } from '@/db/facts/measure-facts';
import { measures, readings } from '@/db/schema';
import { oneMeasureCouncil } from '../../support/council/one-measure-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { ada, measure, approved, draft } = await oneMeasureCouncil(db);
const day = '2026-08-17';
const idAt = async (periodStart: string, revision = 0) => {
  const found = await db.select().from(readings).where(eq(readings.periodStart, periodStart));
  return found.find((reading) => reading.revision === revision)?.id ?? 0;
};
const periodsHere = async (counted: Parameters<typeof factsOf>[3]) =>
  (await factsOf(db, { measureId: measure.id }, day, counted))[0]?.periodsHere;
const [april, may, june, july] = ['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'] as const;

test('a period counts where a reading of it does: published, or approved and taken in; its correction on the way takes nothing from it', async () => {
  await db.insert(readings).values([approved(april, '88'), approved(may, '89')]);
  const publication = { actorId: ada, publisher: 'performance officer', service: 'buses' };
  await publishAsIs(db, { ...publication, asAt: '2026-07-20', at: '2026-07-20T08:30:00Z' });
  const correction = {
    ...approved(may, '90'),
    revision: 1,
    revisionReason: 'error' as const,
    publicNote: 'Miscounted.',
  };
  await db.insert(readings).values([correction, approved(june, '91'), draft(july, '92')]);

  expect(await periodsHere('signed')).toEqual([april, may, june]);
  expect(await periodsHere({ approved: [] })).toEqual([april, may]);
  expect(await periodsHere({ approved: [await idAt(june)] })).toEqual([april, may, june]);
  expect(await periodsHere({ approved: [await idAt(may, 1)] })).toEqual([april, may]);
  expect(await periodsHere({ besides: [await idAt(july)] })).toEqual([april, may, june, july]);
});

test('months without a gap and months with one, quarters, and a measure without any are told alike', async () => {
  const january = '2026-01-01';
  await db.insert(readings).values([approved(january, '84')]);
  expect(await periodsHere('signed')).toEqual([january, april, may, june]);
  await db.insert(readings).values([approved('2026-02-01', '85'), approved('2026-03-01', '86')]);
  expect(await periodsHere('signed')).toEqual([january, '2026-02-01', '2026-03-01', april, may, june]);
  expect((await factsOf(db, { measureId: measure.id }, '2026-02-28', 'signed'))[0]?.periodsHere).toEqual([
    january,
    '2026-02-01',
  ]);
  expect((await factsOf(db, { measureId: measure.id }, '2025-02-28', 'signed'))[0]?.periodsHere).toEqual([]);
  await db.update(measures).set({ frequency: 'quarterly' }).where(eq(measures.id, measure.id));
  // Of a quarterly measure they are as they are, one by one.
  expect(await periodsHere('signed')).toEqual([january, '2026-02-01', '2026-03-01', april, may, june]);
});
