import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abbreviationsIn, abbreviationsOf, glossaryOf } from '@/lib/search/abbreviation';
import { excerpt, marked } from '@/lib/search/marked-words';
import { wordsAndCompounds, wordsOf } from '@/lib/search/search-words';
import { editDistance, nearestWord } from '@/lib/search/suggested-spelling';
import { searchedCouncil } from '../../support/council/searched-council';

const terms = (text: string) => wordsAndCompounds(text).map(({ term }) => term);

test.each([
  ["Children's children’s childrens", ['children', 'children', 'children']],
  ['Cases, places, families, crosses and buses', ['case', 'place', 'family', 'cross', 'and', 'buse']],
  ['bus status analysis less IRO gas', ['bus', 'status', 'analysis', 'less', 'iro', 'gas']],
  ['re-offending', ['re', 'offending', 'reoffending']],
  ['a 24-hour full‑time post', ['a', '24', 'hour', 'full', 'time', 'post', '24hour', 'fulltime']],
  ['10 - 17', ['10', '17']],
  ['Café n° 5 %', ['cafe', 'n', '5']],
])('%s is compared as %j', (text, expected) => expect(terms(text)).toEqual(expected));

describe('abbreviations', () => {
  test.each([
    ['an independent reviewing officer (IRO) holds', 'IRO', 'independent reviewing officer'],
    ['An IRO (independent reviewing officer) holds', 'IRO', 'independent reviewing officer'],
    ['Cases of independent reviewing officers (IROs).', 'IRO', 'independent reviewing officers'],
    ['FTE in the title stands for first time entrants.', 'FTE', 'first time entrants'],
    ['NEET stands for not in education, employment or training', 'NEET', 'not in education, employment or training'],
    ['suitable education, employment or training (ETE)', 'ETE', 'education, employment or training'],
    ['special educational needs and disabilities (SEND)', 'SEND', 'special educational needs and disabilities'],
    ['counting full-time equivalents (FTE)', 'FTE', 'full-time equivalents'],
    ['children in care (CiC)', 'CiC', 'children in care'],
  ])('%s: %s', (text, short, long) => expect(abbreviationsIn(text)).toEqual([{ short, long }]));

  test.each([
    'the share (percentage that are Good)',
    'of the council (A roads)',
    'some other words entirely (IRO)',
    'reviewed independently. Officer (IRO)',
    'IRO',
    '(IRO)',
    'stands for',
    'IRO stands for',
  ])('%s explains none', (text) => expect(abbreviationsIn(text)).toEqual([]));

  test('the demonstration’s, each meaning once', () => {
    const found = glossaryOf(searchedCouncil.flatMap(({ title, definition }) => [title, definition]));
    expect(found.map(({ short, long }) => `${short} ${long}`)).toEqual([
      'IRO independent reviewing officer',
      'FTE full-time equivalent',
      'LA local authority',
      'LAC looked after children',
      'ETE education, employment or training',
    ]);
  });

  test('of two meanings a text has the one that it explains; one that explains neither is found by both', () => {
    const two = [
      { short: 'FTE', long: 'full-time equivalent' },
      { short: 'FTE', long: 'first time entrants' },
    ];
    expect(abbreviationsOf('Posts by full-time equivalent (FTE)', two)).toEqual([two[0]]);
    expect(abbreviationsOf('Posts by FTE', two)).toEqual(two);
    expect(abbreviationsOf('Posts by full time equivalents', two)).toEqual([two[0]]);
    expect(abbreviationsOf('fte', two)).toEqual([]);
  });
});

describe('spelling', () => {
  test.each([
    ['officer', 'oficer', 1],
    ['light', 'ligth', 1],
    ['road', 'raod', 1],
    ['referral', 'refferal', 2],
    ['care', 'care', 0],
    ['care', 'custody', Number.POSITIVE_INFINITY],
    ['', 'a', 1],
  ])('%s and %s are %d apart', (a, b, distance) => expect(editDistance(a, b, 3)).toBe(distance));

  test('it is the same both ways, and none for the same word', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 5)).toBe(editDistance(b, a, 5));
        expect(editDistance(a, a, 5)).toBe(0);
      }),
    );
  });

  test('the nearest word, of equals the most used, none for very short or very strange ones', () => {
    const used = new Map([
      ['care', 3],
      ['core', 9],
      ['custody', 1],
    ]);
    expect(nearestWord('corre', used)).toBe('core');
    // One letter for another in a word of four is another word; nor does a slip change how a word begins.
    expect(nearestWord('cure', used)).toBeNull();
    expect(nearestWord('hare', used)).toBeNull();
    expect(nearestWord('ocre', used)).toBe('core');
    expect(nearestWord('parking', new Map([['paying', 1]]))).toBeNull();
    expect(nearestWord('cusdoty', used)).toBe('custody');
    expect(nearestWord('ca', used)).toBeNull();
    expect(nearestWord('safeguarding', used)).toBeNull();
  });
});

describe('marks', () => {
  const markedText = (text: string, ...terms: string[]) =>
    marked(text, new Set(terms))
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join('');

  test('the words that were met are marked as they are written', () => {
    expect(markedText('Children’s homes; childrens’ rights', 'children')).toBe(
      '[Children’s] homes; [childrens]’ rights',
    );
    expect(markedText('Rate of re-offending', 'reoffending')).toBe('Rate of [re-offending]');
    expect(markedText('Rate of re-offending', 'offending')).toBe('Rate of re-[offending]');
    expect(markedText('Rate of re-offending', 're', 'reoffending', 'offending')).toBe('Rate of [re-offending]');
    expect(markedText('', 'a')).toBe('');
  });

  test('pieces put together are the text, marked or not', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, fc.nat(20), (text, n) => {
        const some = new Set(
          wordsAndCompounds(text)
            .slice(-n)
            .map(({ term }) => term),
        );
        expect(
          marked(text, some)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('a long text is cut between words round the first match', () => {
    const long = `${'early words '.repeat(40)}pothole ${'late words '.repeat(40)}end`;
    const shown = excerpt(long, new Set(['pothole']));
    expect(shown.filter((piece) => piece.marked)).toEqual([{ text: 'pothole', marked: true }]);
    const text = shown.map((piece) => piece.text).join('');
    expect(text).toMatch(/^… (early|words) .* …$/);
    expect(text.length).toBeLessThan(230);
    expect(
      excerpt(long, new Set())
        .map((piece) => piece.text)
        .join(''),
    ).toMatch(/^early words .* …$/);
    expect(
      excerpt(long, new Set(['end']))
        .map((piece) => piece.text)
        .join(''),
    ).toMatch(/^… .* end$/);
  });

  test('a cut text keeps its match and is part of the whole, even without a space in it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '.'), maxLength: 900 });
    fc.assert(
      fc.property(text, fc.nat(), (text, n) => {
        const words = wordsOf(text);
        const word = words[n % Math.max(1, words.length)];
        const shown = excerpt(text, new Set(word ? [word.term] : []));
        const joined = shown.map((piece) => piece.text).join('');
        expect(text).toContain(joined.replace(/^… /, '').replace(/ …$/, ''));
        if (word && word.to - word.from < 100) expect(shown.some((piece) => piece.marked)).toBe(true);
      }),
    );
  });
});
