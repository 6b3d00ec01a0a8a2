import { parse } from 'csv-parse/sync';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect } from 'vitest';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import type { Database } from '@/db/connection/client';
import { type Council, editionByNumber, type InForce, rowsOf } from '@/db/queries/published/in-force';
import { latestReadings, measuresOf } from '@/db/queries/published/open-data';
import { dataBytes } from '@/lib/open-data/data-bytes';
import { type ColumnName, type OpenRow, openColumns } from '@/lib/open-data/open-columns';
import { scorecardAbout } from '@/lib/open-data/open-file';
import { scorecardRow } from '@/lib/open-data/open-rows';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { londonDay } from '@/lib/time/period';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { cellsOfPage } from './page-cells';

/** An edition that stands, the rows of its files, and its page. */
export type Filed = { edition: InForce; rows: OpenRow[]; html: string };

/** An edition with the rows of its files and its page, as both read on the day of its publication; null for a withdrawn one. */
export async function filedEdition(db: Database, slug: string, number: number): Promise<Filed | null> {
  const edition = await editionByNumber(db, slug, number);
  if (!edition || edition.withdrawal) return null;
  const { id, head, council } = edition;
  const date = londonDay(head.publishedAt);
  const latest = await latestReadings(db, [id]);
  const measures = await measuresOf(db, [id]);
  const rows = measures.map(({ row, sheet }) =>
    scorecardRow({ head, council, row, sheet, date }, latest.find(({ code }) => code === row.code) ?? null),
  );
  const site = { council: council.name, stylesheet: '/s.css', today: null, demonstration: null };
  const scorecard = scorecardAt(head, await rowsOf(db, id), date, { show: 'all', order: 'report' });
  const page = { site, scorecard, address: '/x', latest: null, corrected: [] };
  return { edition, rows, html: renderToStaticMarkup(createElement(ScorecardPage, page)) };
}

/** A row of a file as its reader gives it, texts by column. */
type Read = Partial<Record<ColumnName, string>>;

const csvRows = async ({ edition, rows }: Filed, council: Council): Promise<Read[]> =>
  parse<Read>(Buffer.from(await dataBytes(scorecardAbout(edition.head, council), 'csv', [rows])).toString(), {
    bom: true,
    columns: true,
  });

async function workbookRows({ edition, rows }: Filed, council: Council): Promise<Read[]> {
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

/** Holds the page of an edition, its CSV, JSON and Excel files against each other, cell by cell; answers how many cells they have. */
export async function expectFilesAgree(filed: Filed): Promise<number> {
  const { council } = filed.edition;
  let cells = 0;
  const csv = await csvRows(filed, council);
  const workbook = await workbookRows(filed, council);
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
  return cells;
}
