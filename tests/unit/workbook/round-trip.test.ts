import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDecimal } from '@/lib/cell-format/exact-number';
import { writeCsv } from '@/lib/workbook/csv-writing';
import type { Sheet } from '@/lib/workbook/workbook';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { type WrittenSheet, writeWorkbook } from '@/lib/workbook/workbook-writing';

type Cells = WrittenSheet['rows'];

const read = async (bytes: Uint8Array, name = 'Measures.xlsx'): Promise<Sheet[]> => {
  const answer = await readWorkbook(bytes, name);
  if ('refused' in answer) throw new Error(answer.refused);
  expect(answer.workbook.notices).toEqual([]);
  return answer.workbook.sheets;
};

/** What was read, in the way that it was written. */
const written = ({ rows }: Sheet): Cells => {
  const all: Cells = [];
  for (const { number, cells } of rows)
    all[number - 1] = Array.from(cells, (cell) =>
      cell === undefined ? null : cell.kind === 'number' ? Number(cell.value) : cell.value,
    );
  return Array.from(all, (row) => row ?? []);
};

/** Rows without empty cells and rows at their ends, where an empty text is an empty cell and -0 is 0. */
const trimmed = (rows: Cells): Cells => {
  const plain = rows.map((row) => {
    const cells = row.map((cell) => (cell === '' ? null : cell === 0 ? 0 : cell));
    return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
  });
  return plain.slice(0, plain.findLastIndex((row) => row.length > 0) + 1);
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.stringMatching(/^['=+@_x 0-9A-F\t\r\n",;-]{0,10}$/),
  fc.constantFrom(
    '=1+1',
    '-5',
    '@SUM(A1)',
    '+44',
    "'=x",
    "''=x",
    '_x000D_',
    ' a ',
    '\u00a0',
    '\u{1f600}',
    '\ud800',
    '007',
    'sep=;',
    '\ufeff',
    '#N/A',
  ),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, min: -1e300, max: 1e300 }).map((double) => Number(double.toPrecision(15))),
  fc.integer({ min: -1e9, max: 1e9 }).map((tenths) => tenths / 1000),
);
const rows = (cell: fc.Arbitrary<string | number | null>) =>
  fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 });
const cell = fc.oneof(text, number, fc.constant(null));

test('sheets that are written as a workbook and read again have the same cells', async () => {
  const sheets = fc.array(rows(cell), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(sheets, async (all) => {
      fc.pre(all.some((sheet) => trimmed(sheet).length > 0));
      const bytes = await writeWorkbook(all.map((sheet, index) => ({ name: `Sheet ${index + 1}`, rows: sheet })));
      expect((await read(bytes)).map(written)).toEqual(all.map(trimmed));
    }),
    { numRuns: 150 },
  );
});

test('rows that are written as CSV and read again show the same', async () => {
  await fc.assert(
    fc.asyncProperty(rows(cell), async (sheet) => {
      const shown = trimmed(sheet).map((row) =>
        row.map((one) =>
          typeof one === 'number' ? plainDecimal(one) : one === null ? null : Buffer.from(one).toString(),
        ),
      );
      fc.pre(shown.length > 0 && !shown.flat().some((one) => one?.includes('\0')));
      const [again] = await read(await writeCsv(sheet), 'Measures.csv');
      const texts = again?.rows.map(({ number: at, cells }) => [at, Array.from(cells, (one) => one?.text ?? null)]);
      expect(texts).toEqual(shown.map((row, index) => [index + 1, row]).filter(([, row]) => (row as []).length > 0));
    }),
    { numRuns: 300 },
  );
});

test('the same sheets give the same bytes', async () => {
  const sheet = {
    name: 'Measures',
    rows: [
      ['Code', 'Title'],
      ['csc-01', 'Children in care'],
    ],
  };
  expect(Buffer.from(await writeWorkbook([sheet])).equals(Buffer.from(await writeWorkbook([sheet])))).toBe(true);
});

test('names of sheets are made such as a spreadsheet takes', async () => {
  const names = ['Targets [2018/19]: all', "'", 'A'.repeat(40), 'A'.repeat(40), 'measures', 'Measures', '&<">'];
  const bytes = await writeWorkbook(names.map((name) => ({ name, rows: [['x']] })));
  expect((await read(bytes)).map(({ name }) => name)).toEqual([
    'Targets  2018 19   all',
    'Sheet',
    'A'.repeat(31),
    `${'A'.repeat(29)} 2`,
    'measures',
    'Measures 2',
    '&<">',
  ]);
});

test('a text that is longer than a spreadsheet takes is a fault of the caller', async () => {
  await expect(writeWorkbook([{ name: 'A', rows: [['x'.repeat(32_768)]] }])).rejects.toThrow(/cell A1/);
});
