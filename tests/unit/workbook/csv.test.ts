import { describe, expect, test } from 'vitest';
import { writeCsv } from '@/lib/workbook/csv-writing';
import type { Workbook } from '@/lib/workbook/workbook';
import { readWorkbook } from '@/lib/workbook/workbook-reading';

const read = async (bytes: Uint8Array, name = 'Measures of 2018.csv'): Promise<Workbook> => {
  const answer = await readWorkbook(bytes, name);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.workbook;
};
const texts = async (text: string, encoding: BufferEncoding = 'utf8') =>
  (await read(Buffer.from(text, encoding))).sheets[0]?.rows.map(({ number, cells }) => [
    number,
    ...Array.from(cells, (cell) => cell?.text ?? null),
  ]);
const cell = async (text: string) => (await read(Buffer.from(`x;${text}\n`))).sheets[0]?.rows[0]?.cells[1];

test('a sheet has the name of its file, and rows by their number', async () => {
  const { sheets, notices } = await read(Buffer.from('Code,Title\n\n,,\ncsc-01,"Children, in\ncare"\n'));
  expect(notices).toEqual([]);
  expect(sheets).toMatchObject([{ name: 'Measures of 2018', hidden: false, hiddenColumns: [], merged: [] }]);
  expect(sheets[0]?.rows.map(({ number, cells }) => [number, cells.map((one) => one?.text)])).toEqual([
    [1, ['Code', 'Title']],
    [4, ['csc-01', 'Children, in\ncare']],
  ]);
});

describe('what stands between the cells is guessed from the first rows', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'semicolons beside decimal commas',
      'a;b\n1,5;2,5\n',
      [
        [1, 'a', 'b'],
        [2, '1,5', '2,5'],
      ],
    ],
    [
      'tabs beside commas',
      'a\tb, c\n1\t2,5\n',
      [
        [1, 'a', 'b, c'],
        [2, '1', '2,5'],
      ],
    ],
    [
      'commas with semicolons in some cells',
      'a,b\n1,x;y\n2,z\n3,q\n',
      [
        [1, 'a', 'b'],
        [2, '1', 'x;y'],
        [3, '2', 'z'],
        [4, '3', 'q'],
      ],
    ],
    [
      'a title above',
      'Performance; 2018\n\na,b,c\n1,2,3\n4,5,6\n',
      [
        [1, 'Performance; 2018'],
        [3, 'a', 'b', 'c'],
        [4, '1', '2', '3'],
        [5, '4', '5', '6'],
      ],
    ],
    [
      'semicolons inside quotation marks',
      'a,b\n"1;2;3",4\n"5;6;7",8\n',
      [
        [1, 'a', 'b'],
        [2, '1;2;3', '4'],
        [3, '5;6;7', '8'],
      ],
    ],
    ['as the first line says', 'sep=;\na,b;c\n', [[1, 'a,b', 'c']]],
    [
      'none',
      'a\nb\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'line ends of three kinds',
      'a,b\r\n1,2\r3,4\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'a quotation mark inside a cell',
      'a,b\n5" pipe,2\n',
      [
        [1, 'a', 'b'],
        [2, '5" pipe', '2'],
      ],
    ],
  ])('%s', async (_, text, rows) => expect(await texts(text)).toEqual(rows));
});

describe('encodings', () => {
  test('UTF-8 with its mark', async () => expect(await texts('\ufeffCafé,£\n')).toEqual([[1, 'Café', '£']]));
  test('UTF-16 with its mark', async () => {
    expect(await texts('\ufeffCafé\t£\n', 'utf16le')).toEqual([[1, 'Café', '£']]);
    const { sheets } = await read(Buffer.from('\ufeffCafé,£\n', 'utf16le').swap16());
    expect(sheets[0]?.rows[0]?.cells.map((one) => one?.text)).toEqual(['Café', '£']);
  });
  test('Windows-1252 is told', async () => {
    const { sheets, notices } = await read(Buffer.from('Caf\xe9,\xa35,\x80,\x93x\x94\n', 'latin1'));
    expect(sheets[0]?.rows[0]?.cells.map((one) => one?.text)).toEqual(['Café', '£5', '€', '“x”']);
    expect(notices).toEqual([expect.stringMatching(/^This file is not in UTF-8, so it is read as Windows-1252/)]);
  });
  test('a character that two pieces of a large file share', async () => {
    const text = `${'é'.repeat(9)}x`.repeat(4_000);
    const rows = await texts(text.replaceAll('x', ',1\n'));
    expect(rows).toHaveLength(4_000);
    expect(new Set(rows?.map(([, first]) => first))).toEqual(new Set(['é'.repeat(9)]));
  });
});

describe('only plain numbers are numbers', () => {
  test.each([
    ['12', '12'],
    ['-12.50', '-12.5'],
    ['0.0', '0'],
    ['100', '100'],
    ['0.12345678901234567890', '0.1234567890123456789'],
  ])('%s is %s', async (text, value) => expect(await cell(text)).toEqual({ kind: 'number', value, text }));

  test.each(['1,5', '007', '1e3', '+5', '.5', '1,234', '87.5%', '£5', '30/06/2018', 'TRUE', ' 5', "'x", '--'])(
    '%s is a text',
    async (text) => expect(await cell(text)).toEqual({ kind: 'text', value: text, text }),
  );

  test('an error is an error', async () => expect(await cell('#N/A')).toMatchObject({ kind: 'error', value: '#N/A' }));
});

describe('what a spreadsheet would take for a formula', () => {
  test.each(['=1+1', '-x', '@SUM(A1)', '+44', ' =x', "'=x"])(
    '%s goes out behind an apostrophe and comes back',
    async (text) => {
      const bytes = await writeCsv([['a', text]]);
      expect(Buffer.from(bytes).toString()).toBe(`\ufeffa,'${text}\r\n`);
      expect((await read(bytes)).sheets[0]?.rows[0]?.cells[1]).toEqual({ kind: 'text', value: text, text });
    },
  );

  test('a negative number is none', async () =>
    expect(Buffer.from(await writeCsv([[-5, 1e-7, null, '']])).toString()).toBe('\ufeff-5,0.0000001,,\r\n'));
});
