import { expect, test } from 'vitest';
import { formula, percent, sheetOf } from '../../../support/sheets/hand-made-workbook';
import { readFile } from '../../../support/sheets/read-file';

const heads = ['Measure', 'Good', 'Jun 2018'];

test('marks are explained by a note, else asked about once', () => {
  const rows = [heads, ['Rent', 'Low', '55p'], ['Trees', 'High', '7 p'], ['Bins', 'Low', '3*']];
  const open = readFile(sheetOf('Data', rows));
  expect(open.questions).toEqual(['mark:p at C2, C3', 'mark:* at C4']);
  expect(open.fields('reading', 'figure')).toEqual([]);
  const noted = readFile(sheetOf('Data', [...rows, ['p = provisional, * estimated']]));
  expect(noted.questions).toEqual([]);
  expect(noted.fields('reading', 'figure', 'mark')).toEqual(['55 | provisional', '7 | provisional', '3 | provisional']);
  expect(
    readFile(sheetOf('Data', rows), { 'mark:p': 'plain', 'mark:*': 'left_out' }).fields('reading', 'figure', 'mark'),
  ).toEqual(['55 | –', '7 | –']);
});

test('words in the place of figures are asked about once each, but for those that say why', () => {
  const sheet = sheetOf('Data', [
    heads,
    ['Rent', 'Low', 'n/a'],
    ['Trees', 'High', 'n/a'],
    ['Bins', 'Low', '[x]'],
    ['Buses', 'Low', '<5'],
    ['Roads', 'Low', 'not collected'],
  ]);
  const read = readFile(sheet);
  expect(read.questions).toEqual(['word:n/a at C2, C3', 'word:<5 at C5']);
  expect(read.fields('reading', 'measure', 'figure', 'mark')).toEqual([
    'bins |  | not_available_yet',
    'roads |  | not_collected',
  ]);
  expect(
    readFile(sheet, { 'word:n/a': 'not_applicable', 'word:<5': 'suppressed_at_source' }).fields(
      'reading',
      'measure',
      'mark',
    ),
  ).toContain('buses | suppressed_at_source');
});

test('a comma before decimals is decided by 1.234,5, and asked about where only one figure has it', () => {
  const decided = readFile(sheetOf('Data', [heads, ['Rent', 'Low', '1.234,5'], ['Trees', 'High', '12,5']]));
  expect(decided.fields('reading', 'figure')).toEqual(['1234.5', '12.5']);
  expect(decided.frame).toContain('“1.234,5”: A comma stands before decimals');
  const sheet = sheetOf('Data', [heads, ['Rent', 'Low', '9,3'], ['Trees', 'High', '12']]);
  expect(readFile(sheet).questions[0]).toBe('decimal at C2');
  expect(readFile(sheet, { decimal: 'comma' }).fields('reading', 'figure')).toEqual(['9.3', '12']);
  const both = readFile(sheetOf('Data', [heads, ['Rent', 'Low', '9,3'], ['Trees', 'High', '12.5']]));
  expect(both.questions).toEqual(['cell:Data!C2 at C2']);
});

test('£ thousand in the title is the unit, and £1.2m is 1,200 of them', () => {
  const read = readFile(
    sheetOf('Data', [['Budgets (£ thousand)'], heads, ['Rent', 'Low', '£1.2m'], ['Trees', 'Low', 250]]),
  );
  expect(read.fields('measure', 'code', 'unit')).toEqual(['rent | pounds_thousand', 'trees | pounds_thousand']);
  expect(read.fields('reading', 'figure')).toEqual(['1200', '250']);
});

test.each([
  ['its figures', ['Fostered', percent('0.875', '87.5%')], 'percent | 1'],
  ['its title', ['Average time in days', 12], 'number | 0'],
  ['the beginning of its title', ['Days to adoption', 12.5], 'days | 1'],
  ['pounds', ['Cost', '£12.50'], 'pounds | 2'],
])('the unit and the decimals of a measure by %s', (_, [title = '', figure = ''], meaning) => {
  const read = readFile(sheetOf('Data', [heads, [title, 'Low', figure]]));
  expect(read.fields('measure', 'unit', 'decimals')).toEqual([
    meaning.replace('number', /time in days/.test(String(title)) ? 'days' : 'number'),
  ]);
});

test.each([
  ['Council tax collected, cumulative', 'ytd'],
  ['Spend (year to date)', 'ytd'],
  ['Re-offending, rolling 12 months', 'rolling12'],
  ['Children in care at the end of the month', 'snapshot'],
  ['Potholes mended', '–'],
])('what the figures of “%s” cover is %s, and an answer changes it', (title, covers) => {
  const sheet = sheetOf('Data', [heads, [title, 'Low', 1]]);
  const { fields, read } = readFile(sheet);
  expect(fields('measure', 'covers')).toEqual([covers]);
  const guess = read.sheets[0]?.measures.find(({ key }) => key.endsWith(':covers'));
  expect(guess?.meaning).toMatch(/^Covers: /);
  expect(readFile(sheet, { [guess?.key ?? '']: 'rolling12' }).fields('measure', 'covers')).toEqual(['rolling12']);
});

test('hidden rows, columns and sheets are named, and used when an answer says so', () => {
  const sheet = sheetOf(
    'Data',
    [
      [...heads, 'Jul 2018'],
      ['Rent', 'Low', 1, 5],
      ['Trees', 'High', 2, 6],
    ],
    { hiddenRows: [3], hiddenColumns: [3] },
  );
  const read = readFile(sheet);
  expect(read.left).toEqual(['3: a hidden row', 'D1: the column “Jul 2018”: a hidden column']);
  expect(read.fields('reading', 'measure', 'figure')).toEqual(['rent | 1']);
  expect(readFile(sheet, { 'row:Data!3': 'data', 'column:jul 2018': 'reading' }).fields('reading', 'figure')).toEqual([
    '1',
    '5',
    '2',
    '6',
  ]);
  const hidden = sheetOf('Old', [heads, ['Rent', 'Low', 1]], { hidden: true });
  expect(readFile(hidden).left).toEqual(['1: a hidden sheet', '2: a hidden sheet']);
  expect(readFile(hidden, { 'sheet:old': 'use' }).fields('reading', 'figure')).toEqual(['1']);
});

test.each(['Total', 'Average', 'Overall', 'Grand total', 'Sub-total:'])(
  'a row called %s is left out, and used when an answer says so',
  (words) => {
    const sheet = sheetOf('Data', [heads, ['Rent', 'Low', 1], [words, '', 2]]);
    expect(readFile(sheet).uses).toEqual(['heading', 'data', 'left_out']);
    expect(readFile(sheet, { 'row:Data!3': 'data' }).fields('reading', 'figure')).toEqual(['1', '2']);
  },
);

test('a measure that begins with the word total is one', () => {
  expect(
    readFile(sheetOf('Data', [heads, ['Total number of complaints', 'Low', 1]])).fields('measure', 'code'),
  ).toEqual(['total-number-of-complaints']);
});

test('what a formula came to is taken, and said', () => {
  const read = readFile(sheetOf('Data', [heads, ['Rent', 'Low', formula(12)]]));
  expect(read.fields('reading', 'figure')).toEqual(['12']);
  expect(read.frame).toContain('one formula: What it came to when the file was saved is taken');
});

test('colours, directions, differences and the figures of others are left out by their names', () => {
  const read = readFile(
    sheetOf('Data', [
      [...heads, 'RAG', 'DoT', 'Variance', 'England', 'Weighting'],
      ['Rent', 'Low', 1, 'G', '↑', 2, 3, 4],
    ]),
  );
  expect(read.left).toEqual([
    'D1: the column “RAG”: a colour or a status: Candour works it out itself',
    'E1: the column “DoT”: a direction: Candour works it out itself',
    'F1: the column “Variance”: a difference: Candour works it out itself',
    'G1: the column “England”: figures of others, which need their source and their days: bring them in with the sheet Comparators',
    'H1: the column “Weighting”: a heading that we do not know',
  ]);
});

test('a lead is found by name, initials or address, and asked about where nobody is', () => {
  const lead = (text: string, answers = {}) =>
    readFile(
      sheetOf('Data', [
        [...heads, 'Lead'],
        ['Rent', 'Low', 1, text],
      ]),
      answers,
    );
  for (const text of [
    'Olive Turner',
    'OT',
    'O.T.',
    'O Turner',
    'Turner, Olive',
    'Olive',
    'OLIVE.TURNER@council.example',
  ])
    expect(lead(text).fields('measure', 'owner')).toEqual(['olive.turner@council.example']);
  expect(lead('Jo Nobody').questions).toEqual(['lead:jo nobody at D2']);
  expect(lead('Jo Nobody').fields('measure', 'owner')).toEqual(['–']);
  expect(lead('Jo Nobody', { 'lead:jo nobody': 'hana.price@council.example' }).fields('measure', 'owner')).toEqual([
    'hana.price@council.example',
  ]);
});

test('which way is better is asked once for a sheet, or for each measure', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Target', 'Jun 2018'],
    ['Rent', 5, 1],
    ['Trees', 6, 2],
  ]);
  expect(readFile(sheet).questions).toEqual(['polarity:Data at A2, B2, A3, B3']);
  const lower = readFile(sheet, { 'polarity:Data': 'lower' });
  expect(lower.fields('target', 'measure', 'shape')).toEqual(['rent | at_most', 'trees | at_most']);
  expect(lower.read.remembered).toEqual({ 'measure:rent:better': 'lower', 'measure:trees:better': 'lower' });
  expect(readFile(sheet, lower.read.remembered, { codes: ['rent', 'trees'] }).questions).toEqual([]);
  expect(readFile(sheet, { 'polarity:Data': 'each' }).questions.slice(1)).toEqual([
    'measure:rent:better at A2, B2',
    'measure:trees:better at A3, B3',
  ]);
});

test('two titles under one code are asked about', () => {
  const sheet = sheetOf('Data', [
    ['Ref', ...heads],
    ['C2', 'Rent', 'Low', 1],
    ['c2', 'Trees', 'Low', 2],
  ]);
  expect(readFile(sheet).questions).toEqual(['code:Data!3 at A3']);
  expect(readFile(sheet).fields('measure', 'code', 'title')).toEqual(['c2 | Rent']);
  expect(readFile(sheet, { 'code:Data!3': 'another' }).fields('measure', 'code', 'title')).toEqual([
    'c2 | Rent',
    'c2-2 | Trees',
  ]);
});

test('sections that are services make each row theirs, and a new service is asked for', () => {
  const sheet = sheetOf('Data', [
    heads,
    ['Children’s Social Care'],
    ['Rent', 'Low', 1],
    ['Roads'],
    ['Trees', 'Low', 2],
  ]);
  const read = readFile(sheet);
  expect(read.fields('measure', 'code', 'service', 'theme')).toEqual([
    'rent | Children’s Social Care | –',
    'trees | Roads | –',
  ]);
  expect(read.fields('service', 'name')).toEqual(['Roads']);
  expect(readFile(sheet, { 'sections:data': 'theme' }).fields('measure', 'theme')).toEqual([
    'Children’s Social Care',
    'Roads',
  ]);
});

test('whose measures they are is asked where there are several services, or none', () => {
  const sheet = sheetOf('Data', [['Housing performance 2018/19'], heads, ['Rent', 'Low', 1]]);
  const read = readFile(sheet, {}, { services: [] });
  expect(read.read.questions[0]).toMatchObject({ id: 'service:housing', choices: [], proposed: 'Housing' });
  expect(read.fields('service', 'name')).toEqual(['Housing']);
  expect(readFile(sheet, { 'service:housing': 'Homes' }, { services: [] }).fields('service', 'name')).toEqual([
    'Homes',
  ]);
  const untitled = sheetOf('Tenants', [heads, ['Rent', 'Low', 1]]);
  expect(readFile(untitled, {}, { services: [] }).read.questions[0]).toMatchObject({
    id: 'service:tenants',
    gloss: 'Each measure belongs to a service. Perhaps “Tenants”: type its name.',
  });
  expect(readFile(sheet, {}, { services: ['Roads', 'Housing'] }).fields('measure', 'service')).toEqual(['Housing']);
});

test('columns of figures without any words are asked about', () => {
  const sheet = sheetOf('Data', [
    ['Measure', 'Good', 'Period', 'Figure 1', 'Figure 2'],
    ['Rent', 'Low', 'Jun 2018', 1, 2],
  ]);
  expect(readFile(sheet).questions.slice(0, 2)).toEqual(['column:figure 1 at D1', 'column:figure 2 at E1']);
  expect(
    readFile(sheet, { 'column:figure 1': 'target', 'column:figure 2': 'reading' }).fields(
      'reading',
      'period',
      'figure',
    ),
  ).toEqual(['June 2018 | 2']);
});

test('a sheet without headings is named, and its row of headings asked for', () => {
  const read = readFile(
    sheetOf('Odd', [
      ['alpha', 'beta'],
      ['x', 1],
      ['y', 2],
    ]),
  );
  expect(read.questions).toEqual(['heading:Odd! at 1']);
  expect(read.left[0]).toBe('1: no row of headings was found');
});
