import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { correctHistory, type HistoryCorrection } from '@/db/commands/elsewhere/correct-history';
import { confirmCorrection, endCorrection } from '@/db/commands/elsewhere/correction-steps';
import { confirmHistory } from '@/db/commands/elsewhere/history-steps';
import { setTheme } from '@/db/commands/measure/theme';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { councilOut } from '@/db/queries/bring-out/council-out';
import { correctionsPage } from '@/db/queries/elsewhere/corrections-page';
import { historyPage } from '@/db/queries/elsewhere/history-elsewhere-page';
import { revisionsOf } from '@/db/queries/published/editions';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { readingsPublished } from '@/db/queries/published/measures';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, historyCorrections, historyFigures } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { laid, months } from '../../support/bring-in/laid-history';
import { mistyped } from '../../support/council/mistyped';
import { refusal } from '../../support/council/one-measure-council';
import { at, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const council = await workingCouncil(db, { buses: 2, from: '2026-07-01' });
const { as, person, buses, measures } = council;
await openRecord(db, at);
const [bus] = measures;
if (!bus) throw new Error('there is no bus');

// February to May 2026, published in June; the figure of May was 84.
const place = { where: 'the annual report', on: '2026-06-20' };
const batch = await laid(db, council, { rows: months(bus.id, '2026-02-01', ['80', '82', '81', '83']), ...place });

const may = (more: Partial<HistoryCorrection> = {}): HistoryCorrection => ({
  code: 'bus-01',
  periodStart: '2026-05-01',
  revision: 1,
  value: '84',
  numerator: null,
  denominator: null,
  provisional: false,
  reason: 'error',
  note: 'Two lines were counted twice.',
  ...more,
});
const lay = (more: Partial<HistoryCorrection> = {}, name: 'Ada' | 'Hana' | 'Olive' | 'Otis' = 'Ada') =>
  correctHistory(db, as(name), may(more));
const newest = async () => {
  const [row] = await db.select().from(historyCorrections).orderBy(desc(historyCorrections.id)).limit(1);
  if (!row) throw new Error('nothing was corrected');
  return row.id;
};
const lastSentence = async () => {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  return event && eventSentence({ kind: event.kind, details: event.details, who: 'Ada' });
};
const publish = async (day: string) => {
  const { findings } = await nextEdition(db, buses, day, 'signed');
  const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  await publishEdition(db, as('Ada', { at: `${day}T11:00:00Z`, today: day }), {
    service: 'buses',
    asAt: day,
    note: null,
    acknowledged,
  });
  const edition = await editionInForce(db, 'buses', `${day}T23:00:00Z`);
  if (!edition) throw new Error('no edition');
  return edition;
};
const pageFor = async (name: 'Ada' | 'Hana' | 'Olive' | 'Otis', figure: string | null = null) =>
  correctionsPage(db, await person(name), 'buses', { figure, today });

describe('a figure that was published elsewhere and turns out to be wrong', () => {
  test('is corrected only once it is confirmed, by the officer, the head or a deputy, and with what fits', async () => {
    expect(await refused(lay())).toMatch(/^Choose a figure that was published elsewhere and is confirmed/);
    await confirmHistory(db, as('Hana'), { id: batch });
    expect(await refused(lay({}, 'Olive'))).toMatch(/^Only the performance officer, a head of service or a deputy/);
    expect(await refused(lay({}, 'Otis'))).toMatch(/^Only the performance officer, a head of service or a deputy/);
    expect(await refused(lay({ periodStart: '2026-06-01' }))).toMatch(/^Choose a figure that was published elsewhere/);
    expect(await refused(lay({ value: '83' }))).toMatch(/^That is what the figure says already/);
    expect(await refused(lay({ revision: 2 }))).toMatch(/^Somebody corrected this figure while you had the page open/);
    expect(await refused(lay({ note: ' ' }))).toMatch(/^Tell the public in a sentence what was wrong/);
    expect(await refused(lay({ value: '184' }))).toMatch(/outside 0% to 100%/);
    expect(await mistyped(lay({ value: 'eighty' }))).toMatch(/is in words: write the figure in digits/);
    expect(await mistyped(lay({ numerator: '8' }))).toMatch(/Give both numbers, or neither/);
    expect(await db.$count(historyCorrections)).toBe(0);
  });

  test('written by two at once there is one correction, which waits and changes nothing', async () => {
    const ends = await Promise.all([lay(), lay({}, 'Hana')].map(refused));
    expect(ends.sort()).toEqual(['A correction of this figure waits already: look at that first.', 'accepted']);
    const next = await nextEdition(db, buses, today, 'signed');
    expect(next.rows[0]?.trend.points.at(-1)?.value).toBe('83');
    await endCorrection(db, as('Hana'), { id: await newest(), reason: 'The report was right.' });
    expect(await lastSentence()).toBe(
      'Ada left the figure published elsewhere for May 2026 of measure 1 as it was: The report was right.',
    );
  });

  test('is confirmed by another pair of eyes, and counts then, with both figures in the record', async () => {
    await lay();
    const id = await newest();
    expect(await lastSentence()).toMatch(
      /^Ada wrote a correction of the figure published elsewhere for May 2026 of measure 1 from 83% to 84%/,
    );
    expect((await pageFor('Hana'))?.waiting[0]).toMatchObject({ was: '83%', now: '84%', whyNotConfirm: null });
    expect((await pageFor('Ada'))?.waiting[0]?.whyNotConfirm).toMatch(/^Only the head of this service/);
    expect(await pageFor('Otis')).toBeNull();
    for (const name of ['Ada', 'Olive', 'Hester'] as const)
      expect(await refused(confirmCorrection(db, as(name), { id }))).not.toBe('accepted');
    await confirmCorrection(db, as('Hana'), { id });
    expect(await refused(confirmCorrection(db, as('Hana'), { id }))).toMatch(/^Hana confirmed this correction at/);
    expect(await refused(endCorrection(db, as('Ada'), { id, reason: 'No.' }))).toMatch(/^Hana confirmed this/);
    const [figure] = await db.select().from(historyFigures).where(eq(historyFigures.periodStart, '2026-05-01'));
    expect(figure?.value).toBe('83');
    const shown = await historyPage(db, await person('Olive'), 'buses', { batch: null, page: 1, today });
    expect(shown?.measures[0]?.figures.at(-1)).toMatchObject({
      figure: '84%',
      corrected: { was: '83%', note: 'Two lines were counted twice.' },
    });
    const out = await councilOut(db, await person('Ada'), { whose: 'council', service: null, today });
    expect(out?.measures[0]?.history.at(-1)).toMatchObject({ value: '84', periodStart: '2026-05-01' });
  });

  test('the head’s own correction is confirmed by a deputy, in the deputy’s own name', async () => {
    await lay({ periodStart: '2026-04-01', value: '81.5' }, 'Hana');
    const id = await newest();
    expect(await refused(confirmCorrection(db, as('Hana'), { id }))).toMatch(/^You wrote this correction/);
    await confirmCorrection(db, as('Dev'), { id });
    const [row] = await db.select().from(historyCorrections).where(eq(historyCorrections.id, id));
    expect(row).toMatchObject({ confirmedBy: council.id.Dev, confirmedFor: null });
  });
});

describe('in public', () => {
  test('the next edition shows it, marked and with what it was; the ledger has it; what was published stays', async () => {
    const first = await publish('2026-08-17');
    const readings = await readingsPublished(db, { editionId: first.id, code: 'bus-01', most: 12 });
    const ofMay = readings.find(({ start }) => start === '2026-05-01');
    expect(ofMay).toMatchObject({
      value: '84',
      revision: 1,
      elsewhere: place,
      corrects: { was: '83%', reason: 'error', note: 'Two lines were counted twice.' },
    });
    // Once more after the edition.
    await lay({ revision: 2, value: '85' });
    const id = await newest();
    // What an announced release has promised is not pulled from under it.
    await setTheme(db, as('Ada'), { code: 'bus-02', theme: 'Travel', was: '' });
    const dueAt = '2026-08-20T08:30:00Z';
    const { findings } = await nextEdition(db, buses, today, 'signed');
    const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
    const release = await announceRelease(db, as('Ada'), {
      service: 'buses',
      asAt: today,
      dueAt,
      note: null,
      acknowledged,
    });
    expect(await refused(confirmCorrection(db, as('Hana'), { id }))).toMatch(/wait for it, or cancel it first\.$/);
    await cancelRelease(db, as('Ada'), { id: release.id, dueAt, reason: 'Not yet.' });
    await confirmCorrection(db, as('Hana'), { id });
    const second = await publish('2026-08-18');
    const [row] = await rowsOf(db, second.id);
    expect(row?.trend.points.at(-1)).toMatchObject({ start: '2026-05-01', value: '85' });
    expect(row?.current).toMatchObject({ text: '85%', marks: ['r', 'h'] });
    expect((await rowsOf(db, first.id))[0]?.current.text).toBe('84%');
    const { revisions } = await revisionsOf(db, 'buses', { before: 99, code: null });
    expect(revisions.map(({ period, was, now, edition }) => ({ period, was, now, edition }))).toEqual([
      { period: 'May 2026', was: '84%', now: '85%', edition: 2 },
      { period: 'Apr 2026', was: '81%', now: '82%', edition: 1 },
      { period: 'May 2026', was: '83%', now: '84%', edition: 1 },
    ]);
    // What nobody corrected again is not told again.
    const again = await nextEdition(db, buses, '2026-08-19', 'signed');
    expect(again.revised).toEqual([]);
    expect(again.pages[0]?.readings).toEqual([]);
  });

  test('the record verifies; past every rule of ours the database lets none be forged', async () => {
    expect((await verifyRecord(db)).tampered).toBeNull();
    for (const forged of [
      sql`update history_corrections set value = 99`,
      sql`delete from history_corrections`,
      sql`update history_corrections set confirmed_by = null, confirmed_at = null where confirmed_by is not null`,
    ])
      expect(await refusal(db.execute(forged))).toBe('corrections_of_history_stand');
    await lay({ revision: 3, value: '86' });
    expect(
      await refusal(
        db.execute(
          sql`update history_corrections set confirmed_by = ${council.id.Ada}, confirmed_at = ${at} where id = ${await newest()}`,
        ),
      ),
    ).toBe('a_correction_takes_two_pairs_of_eyes');
  });
});
