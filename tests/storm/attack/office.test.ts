import { mkdtempSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { columns } from '@/lib/bring-in/our-columns';
import { kinds } from '@/lib/bring-in/wish';
import { outOnly, sheetOf } from '@/lib/bring-out/out-sheets';
import { dataBytes } from '@/lib/open-data/data-bytes';
import { dataForms } from '@/lib/open-data/open-file';
import { paperDocx } from '@/lib/paper/docx/paper-docx';
import { editionPaper } from '@/lib/paper/edition-paper';
import { historyCsv } from '@/lib/record/history-csv';
import { writeCsv } from '@/lib/workbook/csv-writing';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { attackedMeasure } from '../../support/open-data/attacked-measure';
import { formulaTexts } from '../../support/open-data/formula-texts';
import { delimiters, openedInOffice, printedByOffice } from '../../support/open-data/office';
import { pdfPages } from '../../support/paper/file-texts';
import { paperSourceOf, redRow } from '../../support/paper/paper-council';
import { squeezed } from '../../support/paper/paper-words';

const folder = mkdtempSync('/tmp/candour-office-');
afterAll(() => rmSync(folder, { recursive: true }));

const attacked = formulaTexts.map(attackedMeasure);
const [about] = attacked.map((measure) => measure.about);

/** Every file that goes out for a spreadsheet, with sixty texts in each of its texts. */
async function everyFile(): Promise<[name: string, bytes: Uint8Array | string][]> {
  if (!about) throw new Error('there is no text');
  const files: [string, Uint8Array | string][] = [];
  for (const form of dataForms.filter((each) => each !== 'json')) {
    files.push([
      `figures.${form}`,
      await dataBytes(
        about,
        form,
        attacked.map(({ rows }) => rows),
      ),
    ]);
    files.push([`scorecard.${form}`, await dataBytes(about, form, [attacked.map(({ scorecard }) => scorecard)])]);
  }
  const lines = formulaTexts.map((text, id) => {
    const changes = [{ what: text, before: text, after: text }];
    return { id, at: '2018-08-17T09:00:00.000Z', who: text, sentence: text, changes, href: '/readings/x' };
  });
  files.push(['history.csv', historyCsv(lines)]);
  const sheets = kinds.map((kind) => {
    const names = [...columns[kind], ...(outOnly[kind] ?? [])].map(({ name }) => name);
    return sheetOf(
      kind,
      formulaTexts.map((text) => Object.fromEntries(names.map((name) => [name, text]))),
    );
  });
  files.push(['council.xlsx', await writeWorkbook(sheets)]);
  for (const { name, rows } of sheets) files.push([`${name}.csv`, await writeCsv(rows)]);
  return files;
}

test('a formula that nothing guards is found', () => {
  const unguarded = Buffer.from('a,b\r\n=1+1, =1+1\r\n"+2",x;=1+1\r\n');
  expect(openedInOffice(folder, 'control.csv', unguarded).formulas.length).toBeGreaterThanOrEqual(2);
  expect(openedInOffice(folder, 'control.csv', unguarded, delimiters.any).formulas.length).toBeGreaterThanOrEqual(3);
}, 180_000);

test('sixty texts × every file for a spreadsheet, opened in LibreOffice: no cell is a formula', async () => {
  let cells = 0;
  for (const [name, bytes] of await everyFile())
    for (const comma of name.endsWith('.csv') ? [delimiters.comma, delimiters.any] : [delimiters.comma]) {
      const opened = openedInOffice(folder, name, bytes, comma);
      expect([name, comma, opened.formulas]).toEqual([name, comma, []]);
      expect(opened.cells, name).toBeGreaterThan(60);
      cells += opened.cells;
    }
  console.info(`${cells} cells in LibreOffice, none a formula`);
}, 900_000);

test('a paper with sixty texts in each of its texts, opened in LibreOffice and printed, says them and nothing else', async () => {
  const rows = formulaTexts.map((text, index) =>
    redRow(index + 1, { title: text, comments: text, definition: text, actions: [{ text, owner: text, due: null }] }),
  );
  const printed = printedByOffice(folder, 'paper.docx', await paperDocx(editionPaper(paperSourceOf(rows))));
  const plain = (words: string) => squeezed(words).normalize('NFKC');
  const text = plain((await pdfPages(printed)).join(' '));
  // A font in the place of one that is missing gives wide signs as plain ones.
  const said = (words: string) => text.includes(plain(words));
  expect(formulaTexts.filter((words) => !said(words))).toEqual([]);
  expect(text).not.toMatch(/Err:|#(NAME|REF|VALUE)/);
}, 300_000);
