import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmarkChanges, keptBenchmark, sameName } from '@/lib/benchmark/benchmark-entry';
import { mostCharacters, parsePaste } from '@/lib/benchmark/benchmark-paste';
import { addDays } from '@/lib/time/day';
import { frequencies, windows } from '@/lib/time/period';
import { processorTime } from '../../support/processor-time';

const today = '2018-08-17';
type Measure = Parameters<typeof parsePaste>[1];
const monthly: Measure = {
  frequency: 'monthly',
  startMonth: 4,
  window: 'single',
  since: null,
  unit: 'percent',
  outsideHundred: false,
  countsPeople: false,
};
const quarterly: Measure = { ...monthly, frequency: 'quarterly' };
const annual: Measure = { ...monthly, frequency: 'annual' };

/** What was understood, each as 'from until value', or the problems. */
const read = (text: string, measure: Measure = monthly, day = today) => {
  const answer = parsePaste(text, measure, day);
  return 'problems' in answer
    ? answer.problems
    : answer.values.map(({ from, until, value }) => `${from} ${until} ${value}`);
};

describe('a figure and the time that it is about', () => {
  test.each<[string, Measure, string]>([
    ['2017/18, 76.4', monthly, '2017-04-01 2018-03-31 76.4'],
    ['2017-18\t76.4%', monthly, '2017-04-01 2018-03-31 76.4'],
    ['2017/2018;76.4', monthly, '2017-04-01 2018-03-31 76.4'],
    ['2017–18, 76.4', monthly, '2017-04-01 2018-03-31 76.4'],
    ['1999/00, 76.4', monthly, '1999-04-01 2000-03-31 76.4'],
    ['2016/17, 76.4', { ...annual, startMonth: 9 }, '2016-09-01 2017-08-31 76.4'],
    ['2017, 76.4', { ...annual, startMonth: 1 }, '2017-01-01 2017-12-31 76.4'],
    ['2018-03-31, 76.4', monthly, '2018-03-01 2018-03-31 76.4'],
    ['31/03/2018, 76.4', quarterly, '2018-01-01 2018-03-31 76.4'],
    ['31 March 2018, 76.4', annual, '2017-04-01 2018-03-31 76.4'],
    ['15 March 2018, 76.4', { ...monthly, window: 'snapshot' }, '2018-03-15 2018-03-15 76.4'],
    ['Apr 2018, 76.4', monthly, '2018-04-01 2018-04-30 76.4'],
    ['Apr 2018, 76.4', quarterly, '2018-04-01 2018-06-30 76.4'],
    ['Apr 2017, 76.4', annual, '2017-04-01 2018-03-31 76.4'],
    ['Apr 2018, 76.4', { ...monthly, window: 'snapshot' }, '2018-04-30 2018-04-30 76.4'],
    ['Apr 2018, 76.4', { ...monthly, window: 'rolling12' }, '2017-05-01 2018-04-30 76.4'],
    ['Jun 2018, 76.4', { ...monthly, window: 'ytd' }, '2018-04-01 2018-06-30 76.4'],
    ['Jun 2018, 76.4', { ...monthly, window: 'since', since: '2016-09-12' }, '2016-09-12 2018-06-30 76.4'],
    ['Apr-18\t76.4', monthly, '2018-04-01 2018-04-30 76.4'],
    ["Sept '17, 76.4", monthly, '2017-09-01 2017-09-30 76.4'],
    ['2018-04, 76.4', monthly, '2018-04-01 2018-04-30 76.4'],
    ['04/2018, 76.4', monthly, '2018-04-01 2018-04-30 76.4'],
    ['Q1 2018/19, 76.4', quarterly, '2018-04-01 2018-06-30 76.4'],
    ['2017/18 Q4, 76.4', monthly, '2018-01-01 2018-03-31 76.4'],
    ['2017-04-01, 2018-03-31, 76.4', monthly, '2017-04-01 2018-03-31 76.4'],
    ['Apr 2017\tMar 2018\t76.4', monthly, '2017-04-01 2018-03-31 76.4'],
    ['1 April 2017\t31 March 2018\t76.4%', monthly, '2017-04-01 2018-03-31 76.4'],
    ['2017/18, "1,234.5"', { ...monthly, unit: 'number' }, '2017-04-01 2018-03-31 1234.5'],
    ['2017/18\t£1,200', { ...monthly, unit: 'pounds' }, '2017-04-01 2018-03-31 1200'],
    ['2017/18, 120', { ...monthly, outsideHundred: true }, '2017-04-01 2018-03-31 120'],
    ['2017/18, −3', { ...monthly, unit: 'number' }, '2017-04-01 2018-03-31 -3'],
    ['2017/18, 0', monthly, '2017-04-01 2018-03-31 0'],
  ])('%s', (text, measure, value) => expect(read(text, measure)).toEqual([value]));

  test.each<[string, Measure, string | RegExp]>([
    ['2017/18, 9,3', monthly, /^Line 1: “9,3” has a comma where a decimal point may be meant/],
    ['2017/18; 9,3', monthly, /^Line 1: “9,3” has a comma/],
    ['2017-04-01, 2018-03-31, 9,3', monthly, /^Line 1: “9,3” has a comma/],
    [
      '2017/18, 1,234',
      { ...monthly, unit: 'number' },
      /^Line 1: “1,234” has a comma, which also stands between the columns/,
    ],
    ['2017/18\t76.4\t80.1', monthly, 'Line 1: there is more than one figure: leave out the other columns.'],
    ['2017/18, eighty', monthly, 'Line 1: “eighty” is in words: write the figure in digits.'],
    ['2017/18, NaN', monthly, 'Line 1: “NaN” is not a number.'],
    ['2017/18, 100.1', monthly, /outside 0% to 100%/],
    ['2017/18', monthly, /^Line 1: “2017\/18” stands alone: put a comma or a tab/],
    ['2017/18 76.4', monthly, /stands alone/],
    [',76.4', monthly, 'Line 1: it does not say which period the figure is about.'],
    ['2017/19, 76.4', monthly, 'Line 1: “2017/19” is not one year.'],
    ['2011-12, 76.4', monthly, 'Line 1: “2011-12” may be a year or a month: write it like 2011/12 or Dec 2011.'],
    ['2018, 76.4', monthly, 'Line 1: “2018” does not say which year is meant: write it like 2018/19.'],
    ['2017/18, 76.4', { ...annual, startMonth: 1 }, /which begins in January: write it like 2017\.$/],
    [
      'May 2018, 76.4',
      quarterly,
      'Line 1: “May 2018” begins no period of this measure: the one that it lies in is called Apr 2018.',
    ],
    ['01/04/2018, 76.4', monthly, /“01\/04\/2018” begins a period of this measure: write Apr 2018, or the first and/],
    ['15/04/2018, 76.4', monthly, /“15\/04\/2018” ends no period of this measure/],
    ['30/02/2018, 76.4', monthly, /is no period that we can read/],
    ['2018/19, 76.4', monthly, 'Line 1: 31 March 2019 has not come yet, so there is no figure up to it.'],
    [
      '2018-03-31, 2017-04-01, 76.4',
      monthly,
      /^Line 1: its last day, 1 April 2017, comes before its first, 31 March 2018/,
    ],
    ['2017-04-01, 2018-03-31', monthly, 'Line 1: there is no figure beside 1 April 2017 and 31 March 2018.'],
    ['2017-04-01, 2018-03-31,', monthly, 'Line 1: there is no figure beside 1 April 2017 and 31 March 2018.'],
    ['1066/67, 3', monthly, /is no period that we can read/],
    ['0001-01-01, 0001-02-01, 3', monthly, /is no period that we can read|cannot be meant/],
    ['"2017/18, 76.4', monthly, /^Line \d: a quotation mark is opened and not closed/],
    ['"2017/18" x, 76.4', monthly, /^Line 1: a quotation mark is opened and not closed/],
    ['', monthly, 'Give at least one figure, with the period that it is for.'],
    ['\n \n,,\n', monthly, 'Give at least one figure, with the period that it is for.'],
    ['Period, England', monthly, 'Give at least one figure, with the period that it is for.'],
    ['2017/18, n/a', monthly, /^Line 1: “n\/a” says that there is no figure: leave it out\.$/],
    ['2017/18, 76.4\u200b', monthly, /^Line 1: there is an invisible character in it: type 76\.4 in its place\.$/],
  ])('%s is refused with a sentence', (text, measure, sentence) => {
    const problems = read(text, measure);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });
});

describe('many lines', () => {
  const two = ['2016-04-01 2017-03-31 75.1', '2017-04-01 2018-03-31 76.4'];

  test.each([
    ['a sheet with headings', 'Year\tEngland\r\n2016/17\t75.1\r\n2017/18\t76.4\r\n'],
    ['headings with a number', 'Year;England 2018\n2016/17;75.1\n2017/18;76.4'],
    ['a byte order mark', '\ufeff"2016/17",75.1\n2017/18,76.4'],
    ['quoted cells', '"2016/17","75.1"\r"2017/18","76.4"\r'],
    ['empty lines and columns', '\n\n2016/17\t75.1\t\t\n\t\t\n2017/18\t76.4\t\n\n'],
    ['blanks that do not break', '2016/17,\u00a075.1\u00a0\n\u00a02017/18 ,76.4'],
  ])('%s', (_, text) => expect(read(text)).toEqual(two));

  test('each problem names its line in the text, headings, empty lines and lines within a cell counted', () => {
    expect(read('Year,England\n\n2016/17,75.1\nthen,4\n"2017/\n18",5\n\nnow,6\n2016/17,7')).toEqual([
      'Line 4: “then” is no period that we can read: write it like Apr 2018, 2017/18 or 31/03/2018.',
      expect.stringMatching(/^Line 5: “2017\/ 18” is no period/),
      expect.stringMatching(/^Line 8: “now” is no period/),
      'Lines 3 and 9 both have a figure that ends on 31 March 2017.',
    ]);
  });

  test('a broken first line is no heading', () => expect(read('Apirl 2018,4\nMay 2018,5')).toHaveLength(1));

  test('ten problems are told, and how many more there are', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `line ${n},1`).join('\n');
    expect(read(lines(10))).toHaveLength(10);
    expect(read(lines(11)).at(-1)).toBe('1 more line is wrong.');
    expect(read(lines(500)).at(-1)).toBe('490 more lines are wrong.');
  });

  test('500 lines beside their headings are read, 501 are not, and no more than 50,000 characters', () => {
    const day = (n: number) => addDays('2010-01-01', n);
    const lines = (count: number) =>
      Array.from({ length: count }, (_, n) => `${day(n)}\t${day(n)}\t${n % 100}`).join('\n');
    expect(read(`From\tUntil\tFigure\n${lines(500)}`)).toHaveLength(500);
    expect(read(lines(501))).toEqual(['There are 501 lines: at most 500 figures can be entered at once.']);
    expect(read(lines(900))).toEqual(['There are 900 lines: at most 500 figures can be entered at once.']);
    // Where cells are quoted they are not counted to the end.
    expect(read(lines(900).replace(/(\S+)$/, '"$1"'))).toEqual([
      'There are more than 500 lines: at most 500 figures can be entered at once.',
    ]);
    expect(read('x'.repeat(mostCharacters + 1))).toEqual(['This is too long: at most 50,000 characters fit.']);
  });
});

describe('for whatever text', () => {
  const measures = fc.record({
    frequency: fc.constantFrom(...frequencies),
    startMonth: fc.integer({ min: 1, max: 12 }),
    window: fc.constantFrom(...windows),
    since: fc.constantFrom(null, '2016-09-12'),
    unit: fc.constantFrom('percent' as const, 'number' as const, 'pounds' as const),
    outsideHundred: fc.boolean(),
    countsPeople: fc.boolean(),
  });
  const cells = fc.oneof(
    fc.constantFrom(
      '2017/18',
      '2011-12',
      'Apr-18',
      'Q1 2018/19',
      '31/03/2018',
      '2018-02-30',
      '1,234',
      '9,3',
      '"',
      '""',
      '',
    ),
    fc.string(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    fc.double().map(String),
  );
  const texts = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc
      .array(fc.array(fc.oneof(cells, fc.constantFrom('\t', ',', ';', '\r')), { maxLength: 6 }), { maxLength: 8 })
      .map((lines) => lines.map((line) => line.join(',')).join('\n')),
  );

  test('there are figures in order of reason, or sentences; nothing is thrown', () => {
    fc.assert(
      fc.property(texts, measures, (text, measure) => {
        const answer = parsePaste(text, measure, today);
        if ('problems' in answer) {
          expect(answer.problems.length).toBeGreaterThan(0);
          for (const sentence of answer.problems) expect(sentence).toMatch(/^\S[\s\S]*\.$/);
          return;
        }
        const days = answer.values.map(({ until }) => until);
        expect(new Set(days).size).toBe(days.length);
        for (const { from, until, value } of answer.values) {
          expect(from <= until && until <= today).toBe(true);
          expect(value).toMatch(/^-?\d+(\.\d+)?$/);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  const figures = fc
    .uniqueArray(
      fc.record({
        last: fc.integer({ min: 0, max: 40_000 }),
        length: fc.integer({ min: 0, max: 800 }),
        value: fc.integer({ min: 0, max: 1_000_000 }),
      }),
      { minLength: 1, maxLength: 60, selector: ({ last }) => last },
    )
    .map((some) =>
      some.map(({ last, length, value }) => ({
        from: addDays('1905-01-01', Math.max(last - length, 0)),
        until: addDays('1905-01-01', last),
        value: String(value / 10_000),
      })),
    );

  test('figures that are written out, with tabs, commas or semicolons, are read back as they were', () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom('\t', ',', ';'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (values, between, end, quoted) => {
          const cell = (text: string) => (quoted ? `"${text}"` : text);
          const lines = values.map(({ from, until, value }) => [from, until, value].map(cell).join(between));
          expect(
            parsePaste(['From,Until,Figure'.replaceAll(',', between), ...lines].join(end), monthly, today),
          ).toEqual({ values });
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['separators', ','],
    ['tabs', '\t'],
    ['quotes', '"'],
    ['quoted commas', '",'],
    ['line ends', '\r\n'],
    ['digits', '1'],
    ['thousands', '1,000,'],
    ['years', '2017/18 '],
    ['blanks', ' \u00a0'],
    ['hyphens', '2017-'],
    ['letters', 'sept'],
  ])('%s without end are answered at once', (_, piece) => {
    const text = piece.repeat(Math.floor(mostCharacters / piece.length));
    const took = processorTime(() => {
      for (const start of ['', '2017/18,', '2017-04-01,2018-03-31,'])
        parsePaste(start + text.slice(start.length), monthly, today);
    });
    expect(took).toBeLessThan(3_000);
  });
});

describe('what an entry does', () => {
  const year = (until: string, value: string) => ({ from: '2017-04-01', until, value });

  test('what is here under another figure or span is changed, what is new is new, and what is the same is the same', () => {
    const here = [year('2018-03-31', '76.4'), year('2018-06-30', '77')];
    const entered = [
      year('2018-06-30', '77'),
      { ...year('2018-03-31', '76.4'), from: '2018-03-01' },
      year('2017-06-30', '0'),
    ];
    expect(benchmarkChanges(here, entered).map(({ until, was, same }) => [until, was, same])).toEqual([
      ['2017-06-30', null, false],
      ['2018-03-31', '76.4', false],
      ['2018-06-30', '77', true],
    ]);
  });

  test('capitals and blanks make no other name', () => {
    expect(sameName(' North  East', 'north east')).toBe(true);
    expect(sameName('North East', 'North West')).toBe(false);
  });

  test('every field that is wrong is named at once', () => {
    const wrong = keptBenchmark({ name: '', source: '', alike: true, note: '', values: [] }, monthly, today);
    expect('problems' in wrong && wrong.problems.map(({ field }) => field)).toEqual([
      'name',
      'source',
      'note',
      'figures',
    ]);
  });
});
