import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { dataBytes } from '@/lib/open-data/data-bytes';
import { openColumns } from '@/lib/open-data/open-columns';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { attackedMeasure } from '../../support/open-data/attacked-measure';
import { formulaTexts } from '../../support/open-data/formula-texts';
import { partsOf } from '../../support/open-data/workbook-parts';

test('there are sixty', () => {
  expect(formulaTexts).toHaveLength(60);
  expect(new Set(formulaTexts).size).toBe(60);
});

test('sixty texts in every text of a measure × CSV, JSON, Excel: no cell is a formula, and none says anything else', async () => {
  let cells = 0;
  for (const text of formulaTexts) {
    const { about, rows } = attackedMeasure(text);
    expect(rows).toHaveLength(3);

    const csv = Buffer.from(await dataBytes(about, 'csv', [rows])).toString();
    const lines = parse(csv, { bom: true }) as string[][];
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      expect(line).toHaveLength(openColumns.length);
      for (const cell of line) if (!/^-\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    }
    // Some readers end a line at any line end, and a cell at a tab or a semicolon: outside of quotes there are none but ours.
    expect(csv.replaceAll(/"(?:[^"]|"")*"/g, '')).not.toMatch(/\r(?!\n)|(?<!\r)\n|[\t;]/);

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
