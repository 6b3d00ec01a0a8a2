import { beforeAll, expect, test } from 'vitest';
import { demoDay, seedDemonstration } from '@/db/demo/seed';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { type Scorecard, scorecardAt } from '@/lib/edition/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';
import { computed, corrected, printed } from '../../support/record/founding-table';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
let card: Scorecard;

beforeAll(async () => {
  await seedDemonstration(db);
  const edition = await editionInForce(db, 'childrens-social-care', endOfLondonDay(demoDay));
  if (!edition) throw new Error('the demonstration has no edition');
  card = scorecardAt(edition.head, await rowsOf(db, edition.id), demoDay, { show: 'all', order: 'report' });
});

const number = (text: string | null) => text && String(Number(text.replace(/[,%]/g, '')));
const at = (n: number) => card.rows[n - 1] as Scorecard['rows'][number];

test('the edition has the twenty measures in their order', () => {
  expect(card.rows.map((row) => row.number)).toEqual(printed.map(({ n }) => n));
});

test.each(printed)(
  'measure $n has the printed figures, period and frequency',
  ({ n, previous, target, current, ...when }) => {
    const row = at(n);
    expect(number(row.previous.text)).toBe(previous);
    expect(number(row.target.text)).toBe(target);
    expect(number(row.current.text)).toBe(corrected[n] ?? computed[n] ?? current);
    expect(row.period?.label).toBe(when.period);
    expect(row.frequency).toBe(when.frequency);
  },
);

test('all 34 printed colours come out', () => {
  const read = printed.flatMap(({ n, travel, rag }) => [
    ...(travel ? [[n, 'travel', travel]] : []),
    ...(rag ? [[n, 'rag', rag]] : []),
  ]);
  expect(read).toHaveLength(34);
  const shown = read.map(([n, which]) => [
    n,
    which,
    which === 'travel' ? at(Number(n)).travel.colour : at(Number(n)).rag.colour,
  ]);
  expect(shown).toEqual(read);
});

test('all 20 statuses are Up to date, as printed', () => {
  expect(card.rows.map((row) => row.status.status)).toEqual(printed.map(() => 'up_to_date'));
});

test('measure 4 says what the printed report had, and measures 15 and 20 why they have no colour', () => {
  expect(at(4).notes.join()).toMatch(/506/);
  for (const n of [15, 20]) {
    expect(at(n).rag.colour).toBeNull();
    expect(at(n).rag.sentence).toMatch(/^No colour: .+ because it is not in the source/);
  }
  expect(at(20).current).toMatchObject({
    text: null,
    why: 'Not available yet; expected 31 August 2018.',
    marker: 'x',
  });
});

test('every range is the span that the figure covers, whatever period it is filed under', () => {
  expect(card.rows.map((row) => row.period?.range)).toEqual([
    'at 31 July 2018',
    'at 30 June 2018',
    'at 30 June 2018',
    '12 months to 31 July 2018',
    '12 months to 31 July 2018',
    '1 to 31 July 2018',
    'at 30 June 2018',
    '1 to 31 July 2018',
    '12 months to 31 July 2018',
    '12 months to 31 July 2018',
    '12 months to 31 March 2018',
    'January to March 2018',
    '12 months to 31 March 2018',
    'April to June 2018',
    'at 30 June 2018',
    '1 to 30 June 2018',
    '12 months to 31 July 2018',
    '1 January 2015 to 30 June 2018',
    '1 January 2015 to 30 June 2018',
    'at 31 July 2018',
  ]);
});

test('no target is told of, drawn or counted before the period that the report is of', () => {
  for (const { number, trend, notes } of card.rows) {
    const set = trend.targets ?? [];
    expect([number, set.map(({ start }) => start)]).toEqual([
      number,
      trend.target === null ? [] : [trend.points.at(-1)?.start],
    ]);
    expect(notes.join()).not.toMatch(/Target changed/);
  }
});

test('98 and 99.7 are printed as the report prints them, and one officer fewer is told with its rounding', () => {
  expect([at(8).previous.text, at(8).current.text, at(10).previous.text]).toEqual(['98%', '99.7%', '16%']);
  expect(at(1).rag.sentence).toMatch(/59 fewer cases \(711\) would make it Green \(76\.5, shown as 76\)\.$/);
});

test('the earlier points of every trend are marked as invented, and the last one is not', () => {
  for (const { trend } of card.rows.filter((row) => row.number !== 20)) {
    expect(trend.points.slice(0, -1).every((point) => point.illustrative)).toBe(true);
    expect(trend.points.at(-1)?.illustrative).toBe(false);
  }
});

test('Highways and transport has overdue, not due, watched and uncoloured rows', async () => {
  const edition = await editionInForce(db, 'highways-and-transport', endOfLondonDay(demoDay));
  const rows = edition ? await rowsOf(db, edition.id) : [];
  const { summary, all } = scorecardAt(edition?.head as Scorecard['head'], rows, demoDay, {
    show: 'all',
    order: 'report',
  });
  expect(summary).toEqual({ total: 12, green: 3, amber: 3, red: 3, none: 3, improving: 4, worsening: 5, overdue: 2 });
  expect(all.filter((row) => row.status.status === 'not_due')).toHaveLength(1);
  expect(edition?.head.service.notice).toMatch(/invented/);
});
