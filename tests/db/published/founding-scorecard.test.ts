import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { demoDay, seedDemonstration } from '@/db/demo/seed';
import { factsOf } from '@/db/facts/measure-facts';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { services } from '@/db/schema';
import type { FrozenFigure, FrozenRow } from '@/lib/edition/edition';
import { freezeRow } from '@/lib/edition/freeze-row';
import { isKeptBack } from '@/lib/edition/frozen-figures';
import { canonical } from '@/lib/record/canonical';
import { type Scorecard, scorecardAt } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';
import { computed, corrected, printed } from '../../support/record/founding-table';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
/** The scorecard as the staff of the service see it, and the rows that the public sees. */
let card: Scorecard;
let publicRows: FrozenRow[];

beforeAll(async () => {
  await seedDemonstration(db);
  const edition = await editionInForce(db, 'childrens-social-care', endOfLondonDay(demoDay));
  if (!edition) throw new Error('the demonstration has no edition');
  publicRows = await rowsOf(db, edition.id);
  const [service] = await db.select().from(services).where(eq(services.slug, 'childrens-social-care'));
  const facts = await factsOf(db, { serviceId: service?.id ?? 0 }, demoDay, 'signed');
  const staffRows = facts.map((measure) => freezeRow(measure, { asAt: demoDay, comparisonStart: 2017 }));
  card = scorecardAt(edition.head, staffRows, demoDay, { show: 'all', order: 'report' });
});

const shownText = (figure: FrozenFigure): string | null =>
  figure.text === null
    ? figure.hidden
      ? '[c] hidden'
      : null
    : figure.rounded
      ? `${figure.text} rounded`
      : figure.text;
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

test('the public sees what the staff see, but for these cells', () => {
  const cells = (row: FrozenRow) => ({
    previous: shownText(row.previous),
    target: shownText(row.target),
    current: shownText(row.current),
    travel: row.travel.direction,
    colour: row.rag.colour,
    'in real terms': row.realTerms,
    'latest points': row.trend.points.slice(-2).map(({ value, hidden }) => value ?? (hidden ? '[c]' : null)),
  });
  const differences = card.rows.flatMap((row, index) => {
    const [staff, shown] = [cells(row), cells(publicRows[index] as FrozenRow)];
    const names = Object.keys(staff) as (keyof typeof staff)[];
    return names.flatMap((name) => {
      const isSame = canonical(staff[name]) === canonical(shown[name]);
      return isSame ? [] : [[row.number, name, staff[name], shown[name]]];
    });
  });
  expect(differences).toMatchInlineSnapshot(`
    [
      [
        8,
        "current",
        "99.7%",
        "[c] hidden",
      ],
      [
        8,
        "in real terms",
        "361 of 362 referrals were decided within one day: 99.72%, shown as 99.7%",
        null,
      ],
      [
        8,
        "latest points",
        [
          "99.7",
          "99.7",
        ],
        [
          "99.7",
          "[c]",
        ],
      ],
      [
        9,
        "current",
        "0.8%",
        "[c] hidden",
      ],
      [
        9,
        "in real terms",
        "3 of 389 child protection plans that ended had lasted two years or more: 0.77%, shown as 0.8%",
        null,
      ],
      [
        9,
        "latest points",
        [
          "1.3",
          "0.8",
        ],
        [
          "1.3",
          "[c]",
        ],
      ],
      [
        13,
        "previous",
        "0.19",
        "[c] hidden",
      ],
      [
        13,
        "current",
        "0.19",
        "[c] hidden",
      ],
      [
        13,
        "travel",
        "no_change",
        null,
      ],
      [
        13,
        "in real terms",
        "5 custodial sentences among 27,023 young people aged 17 or under: 0.185 per 1,000, shown as 0.19",
        null,
      ],
      [
        13,
        "latest points",
        [
          "0.18",
          "0.19",
        ],
        [
          "0.18",
          "[c]",
        ],
      ],
      [
        15,
        "current",
        "97%",
        "[c] hidden",
      ],
      [
        15,
        "in real terms",
        "88 of 91 care leavers were living in suitable accommodation: 96.7%, shown as 97%",
        null,
      ],
      [
        15,
        "latest points",
        [
          "97",
          "97",
        ],
        [
          "97",
          "[c]",
        ],
      ],
      [
        16,
        "current",
        "100%",
        "[c] hidden",
      ],
      [
        16,
        "travel",
        "improving",
        null,
      ],
      [
        16,
        "in real terms",
        "5 of 5 young people whose intervention ended were in education, training or work that suited them: 100%",
        null,
      ],
      [
        16,
        "latest points",
        [
          "67",
          "100",
        ],
        [
          "67",
          "[c]",
        ],
      ],
    ]
  `);
});

test('the public reads of the hidden rows a colour that gives nothing away, in sentences without numbers', () => {
  const sentences = publicRows
    .filter(({ current }) => isKeptBack(current))
    .map(({ number, rag, travel, signal }) => [number, rag.sentence, travel.sentence, signal?.sentence]);
  expect(sentences).toMatchInlineSnapshot(`
    [
      [
        8,
        "Green: the figure meets the target of at least 96%.",
        "Improving against 2017/18.",
        "There is no current figure that could be a signal.",
      ],
      [
        9,
        "Green: the figure meets the target of at most 2%.",
        "Improving against 2017/18.",
        "No process control chart: each figure covers twelve months, so the same month counts in several of them, and they drift together when nothing has changed.",
      ],
      [
        13,
        "Green: the figure meets the target of at most 0.20.",
        "Cannot be compared: it could give away a figure that is hidden.",
        "No process control chart: each figure covers twelve months, so the same month counts in several of them, and they drift together when nothing has changed.",
      ],
      [
        15,
        "No colour: no target is set, because it is not in the source: the printed cell was lost.",
        "Cannot be compared: there is no current figure, because it is hidden.",
        "There is no current figure that could be a signal.",
      ],
      [
        16,
        "Green: the figure meets the target of at least 65%.",
        "Cannot be compared: it could give away a figure that is hidden.",
        "There is no current figure that could be a signal.",
      ],
    ]
  `);
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
