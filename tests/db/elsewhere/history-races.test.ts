import { expect, test } from 'vitest';
import { confirmHistory, discardHistory } from '@/db/commands/elsewhere/history-steps';
import { saveReading } from '@/db/commands/reading/reading-save';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editionReadings, historyBatches } from '@/db/schema';
import { laid, months } from '../../support/bring-in/laid-history';
import { at, content, ending, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const council = await workingCouncil(db, { buses: 30 });
const { as, id, buses, trams, measures } = council;
await openRecord(db, at);

let used = 0;
const rows = () => months(measures[used++]?.id ?? 0, '2026-02-01', ['88', '89', '91', '92']);
const publish = async (service: typeof buses) => {
  const { findings } = await nextEdition(db, service, today, 'signed');
  const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  return publishEdition(db, as('Ada'), { service: service.slug, asAt: today, note: null, acknowledged });
};
const done = (ends: object[]) => ends.filter((end) => 'done' in end).length;

test('of two confirmations at once, and of a confirmation and a throwing away, one wins and the other hears who was quicker', async () => {
  for (let round = 0; round < 4; round += 1) {
    const batch = await laid(db, council, { rows: rows() });
    const other =
      round % 2 === 0
        ? confirmHistory(db, as('Dev'), { id: batch })
        : discardHistory(db, as('Ada'), { id: batch, reason: 'The wrong file' });
    const ends = await Promise.all([ending(confirmHistory(db, as('Hana'), { id: batch })), ending(other)]);
    expect(done(ends)).toBe(1);
    expect(ends.find((end) => 'refused' in end)).toMatchObject({
      refused: expect.stringMatching(/^(Hana|Dev|Ada) (confirmed these figures|threw these figures away) at /),
    });
  }
});

test('the same form twice confirms once', async () => {
  const batch = await laid(db, council, { rows: rows() });
  const acting = as('Hana', { key: 'one-form' });
  const twice = await Promise.all([1, 2].map(() => confirmHistory(db, acting, { id: batch })));
  expect(twice).toEqual(['buses', 'buses']);
});

test('of a figure that comes in and a reading that is begun of one period, one is there', async () => {
  for (let round = 0; round < 4; round += 1) {
    const measure = measures[used++];
    const place = { code: measure?.code ?? '', periodStart: '2026-07-01', version: null };
    const ends = await Promise.all([
      ending(laid(db, council, { rows: months(measure?.id ?? 0, '2026-07-01', ['90']), on: '2026-08-10' })),
      ending(saveReading(db, as('Olive'), { ...place, content: content() })),
    ]);
    expect(done(ends)).toBe(1);
  }
  const left = await db.select().from(historyBatches);
  for (const { id: batch, confirmedBy, discardedBy } of left)
    if (confirmedBy === null && discardedBy === null) await confirmHistory(db, as('Hana'), { id: batch });
});

test('an edition at the moment of a confirmation has all of it, or does not go out', async () => {
  const batch = await laid(db, council, { rows: rows() });
  const [confirmed, published] = await Promise.all([
    ending(confirmHistory(db, as('Hana'), { id: batch })),
    ending(publish(buses)),
  ]);
  expect(confirmed).toMatchObject({ done: 'buses' });
  if ('refused' in published) {
    expect(published.refused).toMatch(/wait for Hana/);
    await publish(buses);
  }
  const frozen = await db.select({ reading: editionReadings.reading }).from(editionReadings);
  const batches = await db.select().from(historyBatches);
  const figures = batches.reduce((sum, one) => sum + (one.confirmedBy === null ? 0 : one.figures), 0);
  expect(frozen.filter(({ reading }) => reading.elsewhere)).toHaveLength(figures);
});

test('figures that come in at the moment of the first edition keep it back, or are refused', async () => {
  const tram = measures.at(-1)?.id ?? 0;
  const rowsOfTrams = months(tram, '2026-02-01', ['88', '89']);
  const ends = await Promise.all([
    ending(laid(db, council, { serviceId: trams.id, rows: rowsOfTrams, who: id.Ada })),
    ending(publish(trams)),
  ]);
  expect(done(ends)).toBe(1);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
