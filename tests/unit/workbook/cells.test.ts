import { describe, expect, test } from 'vitest';
import type { Cell, Sheet, Workbook } from '@/lib/workbook/workbook';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { type SheetXml, workbookOf, workbookParts, zipFile } from '../../support/workbook/xlsx-file';

type Options = Parameters<typeof workbookParts>[1];

const read = async (bytes: Uint8Array, name = 'Measures.xlsx'): Promise<Workbook> => {
  const answer = await readWorkbook(bytes, name);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.workbook;
};
const sheetsOf = async (sheets: SheetXml[], options?: Options): Promise<Sheet[]> =>
  (await read(zipFile(workbookParts(sheets, options)))).sheets;

/** The cells of a first row. */
const cells = async (xml: string, options?: Options): Promise<(Cell | undefined)[]> =>
  (await read(workbookOf(`<row r="1">${xml}</row>`, options))).sheets[0]?.rows[0]?.cells ?? [];

const number = (value: string, text = value) => ({ kind: 'number', value, text });
const words = (text: string) => ({ kind: 'text', value: text, text });

describe('a cell as its file has it', () => {
  test('numbers are exact, percentages keep their part of one', async () => {
    const xml = '<c><v>0.1</v></c><c><v>1E-3</v></c><c s="1"><v>0.87500000000000011</v></c><c s="2"><v>1234.5</v></c>';
    expect(await cells(xml, { formats: ['0.0%', '£#,##0'] })).toEqual([
      number('0.1'),
      number('0.001'),
      { ...number('0.875', '87.5%'), percent: true },
      number('1234.5', '£1,235'),
    ]);
  });

  test('the styles that other styles are made of are not taken for those of cells', async () => {
    expect(await cells('<c s="0"><v>0.5</v></c>')).toEqual([number('0.5')]);
  });

  test('days by their format, since 1900 and since 1904', async () => {
    const formats = ['dd/mm/yyyy', 'mmm-yy', 'hh:mm'];
    const xml = '<c s="1"><v>43281</v></c><c s="2"><v>43281</v></c><c s="3"><v>0.5</v></c><c s="1"><v>-5</v></c>';
    expect(await cells(xml, { formats })).toEqual([
      { kind: 'day', value: '2018-06-30', text: '30/06/2018' },
      { kind: 'day', value: '2018-06-30', text: 'Jun-18' },
      words('12:00'),
      number('-5'),
    ]);
    expect(await cells('<c s="1"><v>41819</v></c>', { formats, date1904: true })).toEqual([
      { kind: 'day', value: '2018-06-30', text: '30/06/2018' },
    ]);
    expect(await cells('<c t="d"><v>2018-06-30T00:00:00</v></c>')).toEqual([
      { kind: 'day', value: '2018-06-30', text: '2018-06-30' },
    ]);
  });

  test('texts that cells share, with their runs, without how they are pronounced', async () => {
    const strings =
      '<si><t>Plain</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">In </t></r><r><t>parts</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>' +
      '<si><t>_x000D_ and _x005F_x000D_</t></si><si><t>£&amp;&#163;</t></si><si><t/></si>';
    const xml = [0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(await cells(xml, { strings })).toEqual(['Plain', 'In parts', '\r and _x000D_', '£&£'].map(words));
  });

  test('texts of their own, apostrophes, blanks that do not break, and what looks like a number', async () => {
    const xml = ["'=1", '\u00a0Bus\u00a0', ' 12 ', '12', ''].map(
      (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    expect(await cells(xml.join(''))).toEqual(["'=1", '\u00a0Bus\u00a0', ' 12 ', '12'].map(words));
  });

  test('truths and errors', async () => {
    const xml = '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><v>oops</v></c>';
    expect(await cells(xml)).toEqual([
      { kind: 'truth', value: 'yes', text: 'TRUE' },
      { kind: 'truth', value: 'no', text: 'FALSE' },
      { kind: 'error', value: '#N/A', text: '#N/A' },
      { kind: 'error', value: 'oops', text: 'oops' },
    ]);
  });

  test('formulas with what they came to; one without is empty, and told of', async () => {
    const xml =
      '<c r="A1"><f>B1</f><v>3</v></c><c r="B1" t="str"><f>"x"</f><v>x</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
      '<c r="D1"><f>SUM(A1)</f><v></v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><f t="shared" si="0"/><v>4</v></c>';
    const { sheets, notices } = await read(workbookOf(`<row r="1">${xml}</row>`));
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      { ...number('3'), formula: true },
      { ...words('x'), formula: true },
      { kind: 'error', value: '#DIV/0!', text: '#DIV/0!', formula: true },
      undefined,
      undefined,
      { ...number('4'), formula: true },
    ]);
    expect(notices).toEqual([
      'Sheet Measures: the formula in D1 has no value in the file, so the cell is empty here. Open the workbook in your spreadsheet program, save it, and bring it in again.',
    ]);
  });

  test('cells stand where their references say, and one after the other without', async () => {
    const { sheets } = await read(
      workbookOf(
        '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row><row><c><v>4</v></c></row>',
      ),
    );
    const places = sheets[0]?.rows.map(({ number: at, cells: all }) => [
      at,
      all.flatMap((cell, index) => (cell ? [index] : [])),
    ]);
    expect(places).toEqual([
      [3, [1, 2, 26]],
      [4, [0]],
    ]);
  });

  test('elements with a prefix are read alike', async () => {
    const xml =
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const parts = workbookParts([{ name: 'A', rows: '' }]).map((part) =>
      part.name.endsWith('sheet0.xml') ? { ...part, content: xml } : part,
    );
    expect((await read(zipFile(parts))).sheets[0]?.rows[0]?.cells).toEqual([number('5')]);
  });
});

describe('a sheet as its file has it', () => {
  test('what is hidden is marked, not dropped; rows without content are not there', async () => {
    const [shown, hidden] = await sheetsOf([
      {
        name: 'Shown',
        before: '<cols><col min="2" max="3" hidden="1"/><col min="4" max="16384" hidden="true"/></cols>',
        rows: '<row r="1"><c r="E1"><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row><row r="9" ht="15"/><row r="10"><c s="1"/></row>',
      },
      { name: 'Kept &amp; hidden', rows: '<row><c><v>1</v></c></row>', state: 'veryHidden' },
    ]);
    expect(shown).toMatchObject({ name: 'Shown', hidden: false, hiddenColumns: [1, 2, 3, 4], merged: [] });
    expect(shown?.rows.map(({ number: at, hidden: isHidden }) => [at, isHidden])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(hidden).toMatchObject({ name: 'Kept & hidden', hidden: true });
  });

  test('merged cells are ranges', async () => {
    const after =
      '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="$B$3:$B$10"/><mergeCell ref="nonsense"/></mergeCells>';
    const [sheet] = await sheetsOf([{ name: 'A', rows: '<row><c><v>1</v></c></row>', after }]);
    expect(sheet?.merged).toEqual([
      { top: 1, left: 0, bottom: 1, right: 3 },
      { top: 3, left: 1, bottom: 10, right: 1 },
    ]);
  });

  test('cells outside the data of the sheet are none of its cells', async () => {
    const after = '<extLst><ext><row r="9"><c r="A9"><v>9</v></c></row></ext></extLst>';
    const [sheet] = await sheetsOf([{ name: 'A', rows: '<row><c><v>1</v></c></row>', after }]);
    expect(sheet?.rows).toHaveLength(1);
  });
});

describe('what is met and not taken is told', () => {
  const having = async (part: string, name = 'a.xlsx') => {
    const parts = workbookParts([{ name: 'A', rows: '<row><c><v>1</v></c></row>' }]);
    return (await read(zipFile([...parts, { name: part, content: 'x' }]), name)).notices.join('\n');
  };

  test.each([
    ['xl/vbaProject.bin', /macros\. They are not run and not taken/],
    ['xl/externalLinks/externalLink1.xml', /links to other files\. They are not followed/],
    ['xl/connections.xml', /connections to data elsewhere/],
    ['xl/comments1.xml', /comments on cells\. They are not taken/],
    ['xl/media/image1.png', /pictures, charts or text boxes/],
  ])('%s', async (part, notice) => expect(await having(part)).toMatch(notice));

  test('a sheet that is a chart', async () => {
    const parts = workbookParts([
      { name: 'A', rows: '<row><c><v>1</v></c></row>' },
      { name: 'Picture', rows: '' },
    ]).map((part) =>
      part.name.endsWith('workbook.xml.rels')
        ? {
            ...part,
            content: String(part.content).replace(
              /worksheet" Target="worksheets\/sheet1/,
              'chartsheet" Target="worksheets/sheet1',
            ),
          }
        : part,
    );
    const { sheets, notices } = await read(zipFile(parts));
    expect(sheets.map(({ name }) => name)).toEqual(['A']);
    expect(notices).toEqual(['Sheet Picture is a chart or a dialog without cells. It is not taken.']);
  });

  test('a name that says otherwise', async () => {
    expect(await having('x', 'a.csv')).toMatch(/is an Excel workbook, whatever its name says/);
    expect((await read(Buffer.from('a,b\n1,2\n'), 'a.xlsx')).notices.join('')).toMatch(
      /is text, whatever its name says/,
    );
  });
});

test.each([
  ['packed', false],
  ['as it is', true],
])(
  'how much is read of a file that is %s is told, from 0 to 1, and other work goes on in between',
  async (_, stored) => {
    const shares: number[] = [];
    let turns = 0;
    let turning: NodeJS.Immediate;
    const turn = () => {
      turns += 1;
      turning = setImmediate(turn);
    };
    turning = setImmediate(turn);
    const rows = Array.from({ length: 20_000 }, (_row, index) => `<row><c><v>${index * 7919}</v></c></row>`).join('');
    const bytes = zipFile(workbookParts([{ name: 'A', rows }]).map((part) => ({ ...part, stored })));
    const before = turns;
    await readWorkbook(bytes, 'a.xlsx', { onProgress: (share) => shares.push(share) });
    clearImmediate(turning);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
    expect(turns - before).toBeGreaterThan(shares.length - 3);
  },
);
