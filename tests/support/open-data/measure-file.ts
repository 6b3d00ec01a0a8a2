import { parse } from 'csv-parse/sync';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import type { ColumnName } from '@/lib/open-data/open-columns';
import { csvHeading, csvLines } from '@/lib/open-data/open-csv';
import { measureAbout } from '@/lib/open-data/open-file';
import { jsonRow } from '@/lib/open-data/open-json';
import { measureRows, type OpenMeasure, type Publisher, scorecardRow } from '@/lib/open-data/open-rows';
import { openSheets } from '@/lib/open-data/open-sheets';
import type { PublishedReading } from '@/lib/series/published-reading';

const publishedAt = '2018-08-17T08:30:00.000Z';

export const headOf = (more: Partial<EditionHead> = {}): EditionHead => ({
  service: { slug: 'buses', name: 'Buses', notice: null },
  number: 3,
  asAt: '2018-08-17',
  publishedAt,
  publisher: 'the performance officer',
  comparisonYear: '2017/18',
  note: null,
  sha256: '0'.repeat(64),
  ...more,
});

/** The row of a measure of which nothing has fallen due, and whatever a test says otherwise. */
export const rowOf = (more: Partial<FrozenRow> = {}): FrozenRow => ({
  number: 1,
  code: 'bus-01',
  title: 'Buses on time',
  definition: 'Buses that leave at most a minute late.',
  unit: '%',
  frequency: 'monthly',
  covers: null,
  previous: { text: null, why: 'No earlier figure.', marker: 'x', label: '2017/18' },
  target: { text: '80%', why: null, rule: 'at least 80%' },
  current: { text: null, why: 'No result yet.', marks: [] },
  period: null,
  travel: { direction: null, colour: null, sentence: 'Cannot be compared: there is no current figure.' },
  rag: { colour: null, sentence: 'No colour: there is no value.' },
  realTerms: null,
  comments: null,
  actions: [],
  notes: [],
  trend: { points: [], target: null },
  schedule: {
    frequency: 'monthly',
    startMonth: 4,
    lagDays: 14,
    from: '2018-07-01',
    until: null,
    latest: null,
    gaps: [],
  },
  ...more,
});

/** A measure of an edition whose data are read. */
export const measureOf = (sheet: MeasureSheet, row: Partial<FrozenRow>, council: Publisher) => ({
  head: headOf(),
  council,
  row: rowOf({ frequency: sheet.frequency, ...row }),
  sheet,
  date: '2018-08-17',
});

/** Readings as an edition knows them that told of each for the first time. */
export const known = (readings: PublishedReading[]) =>
  readings
    .toSorted((a, b) => a.start.localeCompare(b.start))
    .map((reading) => ({ reading, firstAt: publishedAt, latestAt: publishedAt }));

/** The CSV file of a measure. */
export function measureFile(
  title: string,
  sheet: MeasureSheet,
  readings: PublishedReading[],
  council: Publisher,
): string {
  const measure: OpenMeasure & { sheet: MeasureSheet } = measureOf(sheet, { title }, council);
  return csvHeading() + csvLines(measureRows(measure, known(readings)));
}

/** The lines of a CSV file by the names of their columns. */
export const linesOf = (csv: string): Record<ColumnName, string>[] =>
  parse<Record<ColumnName, string>>(csv, { bom: true, columns: true });

/** Everything that any export says of a measure of an edition: its row, and every figure, in each form. */
export function exportsOf(
  row: FrozenRow,
  sheet: MeasureSheet,
  readings: PublishedReading[],
  council: Publisher,
): string[] {
  const measure = { ...measureOf(sheet, row, council), row };
  const every = known(readings);
  const latest = every.find(({ reading }) => reading.start === row.period?.start) ?? null;
  const all = [measureRows(measure, every), [scorecardRow(measure, latest)], [scorecardRow(measure, null)]];
  const about = measureAbout(measure.head, council, row);
  return all.flatMap((rows) => [
    csvLines(rows),
    JSON.stringify(rows.map(jsonRow)),
    JSON.stringify(openSheets(about, rows)),
  ]);
}
