import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { openColumns } from '@/lib/open-data/columns';
import { dataBytes } from '@/lib/open-data/data-bytes';
import { measureAbout } from '@/lib/open-data/open-file';
import { measureRows } from '@/lib/open-data/open-rows';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { formulaTexts } from '../../support/open-data/formula-texts';
import { headOf, known, measureOf } from '../../support/open-data/measure-file';
import { partsOf } from '../../support/open-data/workbook-parts';
import { publishedOf, sheetOf } from '../../support/reference/frozen-measure';

/** A measure in whose every text stands the one given. */
function attacked(text: string) {
  const council = { name: text, areaCode: 'E06000999', licence: text };
  const head = headOf({ service: { slug: 'buses', name: text, notice: null } });
  const sheet = sheetOf({
    benchmarks: [
      {
        name: text,
        source: text,
        alike: false,
        note: text,
        values: [{ from: '2017-04-01', until: '2018-03-31', value: '-12.5' }],
      },
    ],
  });
  const readings = [
    publishedOf('2018-06-01', null, { missing: null, hidden: { why: text }, comments: text }),
    publishedOf('2018-07-01', '-2.5', {
      comments: text,
      judged: { colour: 'amber', reason: text, by: 'head of service' },
      corrects: { was: text, reason: 'error', note: text },
      elsewhere: { where: text, on: '2018-06-13' },
    }),
  ];
  const measure = { ...measureOf(sheet, { title: text, unit: text }, council), head };
  return { about: measureAbout(head, council, measure.row), rows: measureRows(measure, known(readings)) };
}

test('there are sixty', () => {
  expect(formulaTexts).toHaveLength(60);
  expect(new Set(formulaTexts).size).toBe(60);
});

test('sixty texts in every text of a measure × CSV, JSON, Excel: no cell is a formula, and none says anything else', async () => {
  let cells = 0;
  for (const text of formulaTexts) {
    const { about, rows } = attacked(text);
    expect(rows).toHaveLength(3);

    const csv = Buffer.from(await dataBytes(about, 'csv', [rows])).toString();
    const lines = parse(csv, { bom: true }) as string[][];
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line).toHaveLength(openColumns.length);
      for (const cell of line) if (!/^-\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    }
    // Some readers end a line at any line end: outside of quotes there is none but those of the lines.
    expect(csv.replaceAll(/"(?:[^"]|"")*"/g, '')).not.toMatch(/\r(?!\n)|(?<!\r)\n/);

    const json = JSON.parse(Buffer.from(await dataBytes(about, 'json', [rows])).toString());
    expect(json.data.map((row: { measure: string }) => row.measure)).toEqual([text, text, text]);

    const workbook = await dataBytes(about, 'xlsx', [rows]);
    for (const xml of await partsOf(workbook)) {
      expect(xml).not.toMatch(/<f[\s>/]/);
      // A text is a text of its own kind, whatever it begins with; what has no kind is a number.
      for (const [, attributes = '', value] of xml.matchAll(/<c ([^>]*)>(?:<v>([^<]*)<\/v>)?/g)) {
        if (value !== undefined) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
        else expect(attributes).toContain('t="inlineStr"');
        cells += 1;
      }
    }
    const answer = await readWorkbook(workbook, 'data.xlsx');
    const sheets = 'workbook' in answer ? answer.workbook.sheets : [];
    expect(sheets.map(({ name }) => name)).toEqual(['Figures', 'Notes']);
    const all = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.cells));
    expect(all.filter((cell) => cell?.formula)).toEqual([]);
  }
  expect(cells).toBeGreaterThan(10_000);
});
