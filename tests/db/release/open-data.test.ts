import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import { demoDay, seedDemonstration } from '@/db/demo/seed';
import { type Council, editionByNumber, rowsOf, theCouncil } from '@/db/queries/published/in-force';
import {
  type DataEdition,
  editionsInForce,
  latestReadings,
  measureList,
  measuresOf,
  readingsKnown,
} from '@/db/queries/published/open-data';
import { editions, services } from '@/db/schema';
import { editionText } from '@/lib/edition/edition';
import { type ColumnName, type OpenRow, openColumns } from '@/lib/open-data/columns';
import { csvwMetadata } from '@/lib/open-data/csvw';
import { dataBytes } from '@/lib/open-data/data-bytes';
import { councilAbout, scorecardAbout } from '@/lib/open-data/open-file';
import { measureRows, scorecardRow } from '@/lib/open-data/open-rows';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { readByMetadata } from '../../support/open-data/csvw-reader';
import { cellsOfPage } from '../../support/open-data/page-cells';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
type Filed = { edition: DataEdition; rows: OpenRow[]; html: string };
let council: Council;
const all: Filed[] = [];

beforeAll(async () => {
  await seedDemonstration(db);
  council = (await theCouncil(db)) as Council;
  const site = { council: council.name, stylesheet: '/s.css', today: null, demonstration: null };
  const slugs = new Map((await db.select().from(services)).map(({ id, slug }) => [id, slug]));
  for (const { serviceId, number } of await db.select().from(editions)) {
    const edition = await editionByNumber(db, slugs.get(serviceId) ?? '', number);
    if (!edition || edition.withdrawal) continue;
    const { id, head } = edition;
    const date = londonDay(head.publishedAt);
    const latest = await latestReadings(db, [id]);
    const measures = await measuresOf(db, [id]);
    const rows = measures.map(({ row, sheet }) =>
      scorecardRow({ head, council, row, sheet, date }, latest.find(({ code }) => code === row.code) ?? null),
    );
    const scorecard = scorecardAt(head, await rowsOf(db, id), date, { show: 'all', order: 'report' });
    const page = { site, scorecard, address: '/x', latest: null, corrected: [] };
    all.push({ edition, rows, html: renderToStaticMarkup(createElement(ScorecardPage, page)) });
  }
});

/** A row of a file as its reader gives it, texts by column. */
type Read = Partial<Record<ColumnName, string>>;

const csvRows = async ({ edition, rows }: Filed): Promise<Read[]> =>
  parse<Read>(Buffer.from(await dataBytes(scorecardAbout(edition.head, council), 'csv', [rows])).toString(), {
    bom: true,
    columns: true,
  });

async function workbookRows({ edition, rows }: Filed): Promise<Read[]> {
  const bytes = await dataBytes(scorecardAbout(edition.head, council), 'xlsx', [rows]);
  const answer = await readWorkbook(bytes, 'data.xlsx');
  if (!('workbook' in answer)) throw new Error(answer.refused);
  const [heads, ...lines] = answer.workbook.sheets[0]?.rows ?? [];
  return lines.map(({ cells }) =>
    Object.fromEntries((heads?.cells ?? []).map((head, column) => [head?.value, cells[column]?.value ?? ''])),
  );
}

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

const months = 'January February March April May June July August September October November December'.split(' ');

/** The month of a day as the page says it, or its year where the page says no more. */
const lastMonth = (day = '', onPage: string): string => {
  const [year = '', month = ''] = day.split('-');
  return onPage.includes(' ') && month ? `${months[Number(month) - 1]} ${year}` : year;
};

test('every edition of the demonstration: CSV, JSON, Excel and the page agree cell by cell', async () => {
  expect(all.length).toBeGreaterThanOrEqual(2);
  let cells = 0;
  for (const filed of all) {
    const csv = await csvRows(filed);
    const workbook = await workbookRows(filed);
    const about = scorecardAbout(filed.edition.head, council);
    const json = JSON.parse(Buffer.from(await dataBytes(about, 'json', [filed.rows])).toString()).data;
    const page = cellsOfPage(filed.html);
    expect([csv.length, workbook.length, json.length]).toEqual([page.length, page.length, page.length]);
    for (const [index, shown] of page.entries()) {
      const line = csv[index] as Read;
      expect(line).toMatchObject({ measure_number: shown.number, measure: shown.title, unit: shown.unit });
      expect({
        value: number(line.value),
        baseline: number(line.baseline_value),
        target: number(line.target),
        colour: line.performance_rag,
        direction: line.direction_of_travel,
        status: line.data_status,
        covers: lastMonth(line.period_end, shown.figures.covers),
      }).toEqual(shown.figures);
      for (const { name, kind } of openColumns) {
        const [text, inBook, inJson] = [line[name] ?? '', workbook[index]?.[name] ?? '', json[index][name]];
        cells += 1;
        if (kind === 'number' || kind === 'count') {
          expect([name, number(inBook)], shown.title).toEqual([name, number(text)]);
          expect([name, inJson], shown.title).toEqual([name, number(text)]);
        } else {
          expect([name, inBook], shown.title).toEqual([name, text]);
          expect([name, Array.isArray(inJson) ? inJson.join(' ') : String(inJson ?? '')]).toEqual([name, text]);
        }
      }
    }
  }
  expect(cells).toBeGreaterThan(1_500);
});

test('every figure of the council, read back by its CSVW metadata alone: cell by cell, each of its datatype, no key twice', async () => {
  const rows: OpenRow[] = [];
  for (const { id, head } of await editionsInForce(db, endOfLondonDay(demoDay))) {
    const measures = await measuresOf(db, [id]);
    for (const { row, sheet } of measures)
      if (sheet)
        rows.push(
          ...measureRows({ head, council, row, sheet, date: demoDay }, await readingsKnown(db, id, [row.code])),
        );
  }
  const about = councilAbout('figures', council, demoDay);
  const csv = Buffer.from(await dataBytes(about, 'csv', [rows])).toString();
  const read = readByMetadata(csv, JSON.parse(JSON.stringify(csvwMetadata(about))));
  expect(read).toHaveLength(rows.length);
  expect(rows.length).toBeGreaterThan(500);
  for (const [index, row] of rows.entries())
    for (const { name, kind } of openColumns) {
      const cell = read[index]?.[name] ?? '';
      const text = Array.isArray(cell) ? cell.join(' ') : cell;
      expect([index, name, kind === 'text' ? text.replace(/^'/, '') : text]).toEqual([index, name, row[name] ?? '']);
    }
  // What is not as the metadata say is found out.
  const lines = csv.split('\r\n');
  const spoiled = (line: string) => () => readByMetadata([lines[0], line, ''].join('\r\n'), csvwMetadata(about));
  const first = lines[1] ?? '';
  expect(spoiled(first)).not.toThrow();
  expect(spoiled(first.replace(/,2016-07-\d\d,/, ',July 2016,'))).toThrow('is no date');
  expect(spoiled(first.replace(/^[^,]*/, ''))).toThrow('has no measure_id');
  expect(() => readByMetadata([lines[0], first, first, ''].join('\r\n'), csvwMetadata(about))).toThrow('comes twice');
});

describe('what is hidden', () => {
  test('has its marker in every file and no number anywhere', () => {
    const hidden = all.flatMap(({ rows }) => rows.filter(({ value_marker }) => value_marker === '[c]'));
    expect(hidden.length).toBeGreaterThanOrEqual(5);
    for (const row of hidden) {
      const { value, numerator, change, value_note } = row;
      expect([row.measure_id, value, numerator, change]).toEqual([row.measure_id, '', '', '']);
      expect(value_note).toMatch(/^Hidden/);
    }
  });
});

test('the canonical text of each edition has its fingerprint', async () => {
  for (const { edition } of all) {
    const { sha256, ...head } = edition.head;
    const text = editionText(head, await rowsOf(db, edition.id));
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  }
});

test('a list of measures counts the periods that were told of', async () => {
  const [first] = all;
  if (!first) throw new Error('there is no edition');
  const list = await measureList(db, [first.edition.id]);
  for (const { code, periods } of list)
    expect([code, periods]).toEqual([code, (await readingsKnown(db, first.edition.id, [code])).length]);
});

test('readings come by days, no more than are wanted', async () => {
  const edition = all.find(({ edition: { head } }) => head.service.slug === 'childrens-social-care')?.edition;
  if (!edition) throw new Error('there is no edition');
  const every = await readingsKnown(db, edition.id, ['csc-01']);
  const starts = every.map(({ reading }) => reading.start);
  expect(starts).toEqual(starts.toSorted());
  const some = await readingsKnown(db, edition.id, ['csc-01'], { from: '2018-01-01', until: '2018-05-31', most: 3 });
  expect(some.map(({ reading }) => reading.start)).toEqual(['2018-01-01', '2018-02-01', '2018-03-01']);
});
