import { expect, test } from 'vitest';
import { columns } from '@/lib/bring-in/our-columns';
import { kinds } from '@/lib/bring-in/wish';
import type { CouncilOut, MeasureOut, ReadingOut } from '@/lib/bring-out/council-out';
import { councilRows } from '@/lib/bring-out/council-sheets';
import { outOnly, outSheets, sheetNames } from '@/lib/bring-out/out-sheets';
import { csvCell } from '@/lib/workbook/csv-cell';
import { writeCsv } from '@/lib/workbook/csv-writing';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { decision, draft } from '../../support/council/drafts';

const reading = (more: Partial<ReadingOut> = {}): ReadingOut => ({
  periodStart: '2026-07-01',
  state: 'published',
  value: '91',
  numerator: null,
  denominator: null,
  missing: null,
  expectedOn: null,
  provisional: false,
  comments: null,
  unusual: null,
  publicNote: null,
  actions: [],
  ...more,
});
const action = (n: number) => ({ text: `Buy bus ${n}`, owner: 'Fleet manager', due: n === 1 ? '2026-09-30' : null });
const digits = '1'.repeat(400);

const buses = (more: Partial<MeasureOut> = {}): MeasureOut => ({
  service: 'Buses',
  draft: draft({ noChangeBand: '0.50', window: 'since', since: '2026-04-01', ownerRole: 'Fleet manager' }),
  theme: 'Roads',
  owner: 'Olive',
  retirement: { retiredOn: '2027-03-31', reason: 'The count ended.', decidedBy: 'Cabinet', decidedOn: '2026-12-01' },
  smallCounts: {
    method: 'hide',
    threshold: 5,
    reason: 'So few are recognised.',
    decidedBy: 'Cabinet',
    decidedOn: '2026-08-10',
  },
  targets: [
    { effectiveFrom: '2026-07-01', target: { shape: 'at_least', green: '95', amber: '90' }, tolerance: null, decision },
    { effectiveFrom: '2027-01-01', target: { shape: 'none' }, tolerance: null, decision },
  ],
  outturns: [
    { year: 2025, value: '93.40', source: 'Annual report', publicNote: 'A depot was missed.' },
    { year: 2024, value: null, whyNone: 'Nobody counted.', publicNote: null },
    { year: 2023, value: '90', whyProvisional: 'One depot is open.', publicNote: null },
  ],
  comparators: [
    {
      name: 'England',
      source: 'DfT, table RDC0120',
      alike: true,
      note: 'The same definition',
      values: [{ from: '2025-04-01', until: '2026-03-31', value: '91.2' }],
    },
  ],
  history: [],
  readings: [
    reading({ periodStart: '2026-05-01', value: null, missing: 'not_available_yet', expectedOn: '2026-09-01' }),
    reading({ value: '-12.5', provisional: true, actions: [action(1), action(2), action(3)] }),
    reading({
      periodStart: '2026-08-01',
      state: 'draft',
      value: digits,
      comments: '=HYPERLINK("https://attacker.example")\nand “more”',
      unusual: '-1 was right',
    }),
    reading({ periodStart: '2026-09-01', value: null, numerator: '216', denominator: '267' }),
  ],
  ...more,
});

const council = (): CouncilOut => ({
  services: [
    { name: 'Buses', slug: 'buses', place: 1, notice: null, release: 'rolling', quarantineHours: 24, contact: null },
    {
      name: 'Trams',
      slug: 'trams',
      place: 2,
      notice: 'Invented.',
      release: 'release',
      quarantineHours: null,
      contact: null,
    },
  ],
  people: [
    { name: 'Ada', email: 'ada@t.example', roles: ['performance_officer', 'councillor'], headOf: ['Buses', 'Trams'] },
  ],
  measures: [buses()],
});

test('figures that were published elsewhere go out before the readings, with where and when', () => {
  const history = [
    {
      periodStart: '2026-04-01',
      value: '88.5',
      numerator: null,
      denominator: null,
      provisional: true,
      where: 'the annual report',
      on: '2026-06-20',
    },
  ];
  const { reading: rows } = councilRows({ services: null, people: null, measures: [buses({ history })] });
  expect(rows?.[0]).toMatchObject({
    period: 'April 2026',
    figure: 88.5,
    mark: 'provisional',
    published_where: 'the annual report',
    published_on: '20 June 2026',
  });
  expect(rows?.[1]).toMatchObject({ period: 'May 2026' });
});

test('each sheet has the headings of its columns in their order, and no row says what has no column', () => {
  const rows = councilRows(council());
  expect(Object.keys(rows)).toEqual(kinds);
  for (const kind of kinds) {
    const known = [...columns[kind], ...(outOnly[kind] ?? [])].map(({ name }) => name);
    for (const row of rows[kind] ?? [])
      for (const name of Object.keys(row)) expect(known, `${kind}: ${name}`).toContain(name);
  }
  const sheets = outSheets(rows);
  expect(sheets.map(({ name }) => name)).toEqual(kinds.map((kind) => sheetNames[kind]));
  for (const [index, kind] of kinds.entries()) {
    const headings = columns[kind].map(({ heading }) => heading);
    expect(sheets[index]?.rows[0]?.slice(0, headings.length)).toEqual(headings);
    for (const row of sheets[index]?.rows ?? []) expect(row).toHaveLength(sheets[index]?.rows[0]?.length ?? 0);
  }
});

test('what is kept stands in the words of the examples', () => {
  const rows = councilRows(council());
  expect(rows.service).toMatchObject([
    { name: 'Buses', address: 'buses', publishes: 'rolling', hours: 24 },
    { notice: 'Invented.', publishes: 'by release', hours: null },
  ]);
  expect(rows.person).toMatchObject([{ roles: 'performance officer; councillor', head_of: 'Buses; Trams' }]);
  expect(rows.measure?.[0]).toMatchObject({
    unit: 'percent',
    better: 'higher',
    frequency: 'monthly',
    covers: 'since a date',
    since: '1 April 2026',
    first_period: 'July 2026',
    compared_with: 'previous year',
    no_change_within: 0.5,
    worked_out: 100,
    counts_people: 'no',
    retired_on: '31 March 2027',
    small_counts: 'Counts from 1 to 5 are hidden',
    small_counts_decision: 'Decided by Cabinet on 10 August 2026: So few are recognised.',
  });
  expect(rows.target).toMatchObject([
    { from: 'July 2026', shape: 'at least', green_from: 95, amber_from: 90, decided_on: '30 June 2026' },
    { from: 'January 2027', shape: 'none', green_from: null },
  ]);
  expect(rows.outturn).toMatchObject([
    { year: '2025/26', figure: 93.4, standing: 'final', public_note: 'A depot was missed.' },
    { year: '2024/25', figure: null, standing: 'none', why: 'Nobody counted.' },
    { year: '2023/24', figure: 90, standing: 'provisional', why: 'One depot is open.' },
  ]);
  expect(rows.comparator).toMatchObject([{ alike: 'yes', from_day: '1 April 2025', until_day: '31 March 2026' }]);
  expect(rows.reading).toMatchObject([
    { period: 'May 2026', mark: 'not available yet', expected_on: '1 September 2026', state: 'published' },
    { period: 'July 2026', figure: -12.5, mark: 'provisional', action: 'Buy bus 1', action_due: '30 September 2026' },
    { period: 'August 2026', figure: digits, state: 'draft' },
    { figure: null, first_number: 216, second_number: 267 },
  ]);
});

test('the first action of a reading stands in columns of its own, those after it a line each in one that only goes out', () => {
  expect(councilRows(council()).reading?.[1]).toMatchObject({
    action: 'Buy bus 1',
    action_owner: 'Fleet manager',
    action_due: '30 September 2026',
    further_actions: 'Buy bus 2 – Fleet manager\nBuy bus 3 – Fleet manager',
  });
});

test('four in five headings of each sheet are those by which it comes in', () => {
  for (const { name, rows } of outSheets(councilRows(council()))) {
    const comesIn = (rows[0] ?? []).filter((heading) => !String(heading).endsWith('(for reading only)'));
    expect(comesIn.length / (rows[0]?.length ?? 0), name).toBeGreaterThanOrEqual(0.8);
  }
});

test('written as a workbook and read again, every cell has its exact value, and no text is a formula', async () => {
  const sheets = outSheets(councilRows(council()));
  const read = await readWorkbook(await writeWorkbook(sheets), 'performance.xlsx');
  if (!('workbook' in read)) throw new Error(read.refused);
  expect(read.workbook.notices).toEqual([]);
  for (const [index, { name, rows }] of sheets.entries()) {
    const sheet = read.workbook.sheets[index];
    expect([sheet?.name, sheet?.rows.length]).toEqual([name, rows.length]);
    for (const row of sheet?.rows ?? [])
      for (const [column, cell] of row.cells.entries()) {
        const written = rows[row.number - 1]?.[column] ?? null;
        expect(cell?.value ?? null, `${name} ${row.number}`).toBe(
          written === null || written === '' ? null : String(written),
        );
        expect(cell?.formula).toBeUndefined();
      }
  }
});

test('written as CSV, a text that a spreadsheet would work out is guarded, and a figure below nothing is not', async () => {
  const sheet = outSheets(councilRows(council())).at(-1);
  const text = new TextDecoder().decode(await writeCsv(sheet?.rows ?? []));
  expect(text).toContain(`"'=HYPERLINK(""https://attacker.example"")\nand “more”"`);
  expect(text).toContain(",'-1 was right,");
  expect(text).toContain(',-12.5,');
  expect(text).toContain(`,${digits},`);
  expect(csvCell("'-1 was right")?.value).toBe('-1 was right');
});
