import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandTerms } from '@/lib/commentary/expand-terms';
import { languageFindings } from '@/lib/commentary/language/language-checks';
import { pageTermFindings } from '@/lib/commentary/language/page-terms';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { languageReading, rows } from '../../support/commentary/language-reading';
import { processorTime } from '../../support/processor-time';

const size = 100_000;
const repeated = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

const hostile: [string, string][] = [
  ['one word', repeated('a')],
  ['all capitals', repeated('ABC ')],
  ['one word of capitals', repeated('AbC')],
  ['digits', repeated('1')],
  ['digits and commas', repeated('1,')],
  ['thousands', repeated('111 ')],
  ['brackets', repeated('(')],
  ['abbreviations in brackets', repeated('FTX (')],
  ['brackets both ways', repeated('((ABC))')],
  ['full stops', repeated('.')],
  ['initials', repeated('J. ')],
  ['blanks', repeated(' ')],
  ['line ends', repeated('\n')],
  ['bullets', repeated('• a\n')],
  ['at signs', repeated('@')],
  ['addresses', repeated('a@b.c')],
  ['names', repeated('Sarah Jones ')],
  ['one long name', repeated('Sarah-')],
  ['titles', repeated('Mr ')],
  ['number words', repeated('hundred and one ')],
  ['thousands in words', repeated('one thousand ')],
  ['claims', repeated('fell from 1 to 2 than last year ')],
  ['claims without end', repeated('performance improved and ')],
  ['targets', repeated('on the our its target ')],
  ['comparisons', repeated('better than the national and ')],
  ['doubles', repeated('double a a a a a a ')],
  ['records', repeated('highest in ')],
  ['times', repeated('the same period ')],
  ['causes', repeated('due to as with after ')],
  ['telephone digits', repeated('0 1')],
  ['streets', repeated('1 Aaaa Bbbb ')],
  ['apostrophes', repeated("a'")],
  ['invisible joiners', repeated('a\u200d')],
  ['right-to-left marks', repeated('\u202eab')],
  ['combining marks', repeated('a\u0301\u0302')],
  ['full-width digits', repeated('１２')],
  ['mathematical letters', repeated('𝐀𝟑')],
  ['half a pair', repeated('\ud835')],
  ['ligatures', repeated('ﷺ')],
  ['script tags', repeated('<script>alert(1)</script>')],
  ['formulas', repeated('=HYPERLINK("x")&')],
];

const given = (words: string): Partial<ReadingText> => ({
  commentsBefore: `${words.slice(0, 5_000)}x`,
  actions: [{ text: words.slice(0, 1_000), owner: words.slice(0, 1_000), due: null }],
  others: [{ number: 9, title: words.slice(0, 50), comments: `y${words.slice(0, 5_000)}` }],
  hidden: ['3', '12', '0'].map((value) => ({ value, what: 'children' })),
});

describe('100,000 hostile characters in every text are read in time that grows with their length', () => {
  test.each(hostile)('%s', (_, words) => {
    const reading = (text: string) => languageReading(rows.bins, text, given(text));
    const some = processorTime(() => languageFindings(reading(words.slice(0, size / 10))));
    const took = processorTime(() => languageFindings(reading(words)));
    // The time of a tenth is noise where it is short.
    expect(took).toBeLessThan(Math.max(2_000, some * 30));
  });

  test.each(hostile.slice(0, 12))('explained to readers and over a page: %s', (_, words) => {
    const row = (number: number) => ({ number, title: words, definition: words, comments: words, actions: [] });
    const glossary = [
      { term: 'ABC', meaning: 'x' },
      { term: 'a a a a', meaning: 'y' },
    ];
    expect(processorTime(() => expandTerms(words, glossary))).toBeLessThan(1_000);
    expect(processorTime(() => pageTermFindings([row(1), row(2)], glossary))).toBeLessThan(3_000);
  });
});

test('whatever is written, each finding quotes it as it stands', () => {
  const piece = fc.oneof(
    fc.constantFrom(...hostile.map(([, words]) => words.slice(0, 12))),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      ' fell ',
      ' on target. ',
      ' MRF ',
      'Sarah Jones',
      '\u200b',
      ' three ',
      ' 3 ',
      '. ',
      ' above the national average ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const words = pieces.join('');
      const text = languageReading(rows.bins, words, given(words));
      for (const { quote, at, sentence, mend } of languageFindings(text)) {
        expect(words.slice(at, at + quote.length)).toBe(quote);
        expect(sentence).not.toBe('');
        expect(mend).not.toBe('');
      }
    }),
    { numRuns: 200 },
  );
});

test('what is invisible hides nothing, and changes nothing but where it stands', () => {
  const words =
    'Sarah Jones said that performance has worsened, and that 3 children of the MRF were above the national average.';
  const rules = (comments: string) =>
    languageFindings(languageReading(rows.bins, comments, { hidden: [{ value: '3', what: 'children' }] })).map(
      ({ rule }) => rule,
    );
  expect(new Set(rules(words))).toEqual(new Set(['B7', 'B10', 'W5', 'W6', 'W9']));
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.nat({ max: words.length }),
          fc.constantFrom('\u200b', '\u200d', '\u202e', '\u2066', '\u00ad', '\ufeff'),
        ),
        { maxLength: 20 },
      ),
      (marks) => {
        let marked = words;
        for (const [at, mark] of marks) marked = marked.slice(0, at) + mark + marked.slice(at);
        expect(rules(marked)).toEqual(rules(words));
      },
    ),
  );
});
