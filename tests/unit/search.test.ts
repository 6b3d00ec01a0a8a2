import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { key, longestQuestion, question } from '@/lib/question';
import { mostShown, searchIndex } from '@/lib/search';
import { searchable, searchedCouncil } from '../support/searched-council';

const search = searchIndex(searchedCouncil);
const codes = (typed: string) => search(typed).hits.map(({ measure }) => measure.code);

describe('what is found in the demonstration', () => {
  test.each([
    ['pothole', 'hwy-03', 2],
    ['POTHOLES', 'hwy-03', 2],
    ['potholl', 'hwy-03', 2],
    ['reviewing officer', 'csc-01', 1],
    ['reviewing oficer', 'csc-01', 1],
    ['IRO', 'csc-01', 1],
    ['iros', 'csc-01', 1],
    ['looked after children', 'csc-07', 1],
    ['LAC placements', 'csc-07', 1],
    ['recieving refferal', 'csc-08', 1],
    ['adoptiv famly', 'csc-04', 1],
    ['compensaton', 'hwy-08', 1],
    ['acommodation', 'csc-14', 2],
    ['re-offending', 'csc-12', 1],
    ['reoffending', 'csc-12', 1],
    ['re offending', 'csc-12', 1],
    ['full time equivalent', 'csc-01', 1],
    ['the use of custody', 'csc-13', 1],
    ['csc-07', 'csc-07', 1],
    ['CSC-07', 'csc-07', 1],
    ['roads and travel committee', 'hwy-05', 12],
    ['highways and transport', 'hwy-10', 12],
    ['care leavers’ homes', 'csc-15', 1],
  ])('%s: %s first, of %i', (typed, code, count) => {
    expect(codes(typed)[0]).toBe(code);
    expect(search(typed)).toMatchObject({ count, complete: true, suggestion: null });
  });

  test("children’s, children's, childrens and CHILDREN’S are one word", () => {
    const all = ["children's", 'children’s', 'childrens', 'CHILDREN’S', 'children‘s'].map(codes);
    expect(new Set(all.map((each) => each.join())).size).toBe(1);
    expect(all[0]?.length).toBe(20);
  });

  test('a word that a text has is meant as it is: care is not case, and rate is not late', () => {
    const met = search('rate').hits.flatMap(({ terms }) => [...terms.title, ...terms.definition]);
    expect(new Set(met)).toEqual(new Set(['rate']));
  });

  test('a misspelt word is told with those that were taken for it', () => {
    expect(search('reviewing oficer').instead).toEqual([{ typed: 'oficer', read: ['officer'] }]);
    expect(search('reviewing officer').instead).toEqual([]);
  });

  test.each([
    ['raod repair', 'road repair'],
    ['street ligth', 'street lights'],
    ['busses', 'buses'],
    ['crae', 'care'],
    ['raod 12', 'road 12'],
  ])('%s: did you mean %s?', (typed, suggestion) => {
    expect(search(typed).suggestion).toBe(suggestion);
    expect(search(suggestion)).toMatchObject({ complete: true });
  });

  test('where no measure has every word, those that have some are given, and it is said', () => {
    expect(search('reviewing xyzzy')).toMatchObject({ count: 1, complete: false, suggestion: null });
    expect(search('pothole custody')).toMatchObject({ count: 3, complete: false, suggestion: null });
  });

  test.each(['NEET', 'safeguardng', 'xyz', '%', '…', '(?:.*)+$', '__proto__', 'constructor', '🚲', '\u0000'])(
    '%s finds nothing, and no nonsense is suggested',
    (typed) => expect(search(typed)).toEqual({ count: 0, hits: [], complete: true, instead: [], suggestion: null }),
  );

  test('what is met is told by field, so that it can be marked', () => {
    const [hit] = search('family and children’s services committee').hits;
    expect(hit?.terms.committees).toEqual(new Set(['family', 'children', 'service', 'committee']));
    const [lac] = search('looked after').hits;
    expect(lac?.abbreviations).toEqual([{ short: 'LAC', long: 'looked after children' }]);
    expect(lac?.terms.abbreviations).toEqual(new Set(['looked', 'after']));
  });
});

describe('abbreviations go both ways', () => {
  const both = searchIndex([
    searchable({ code: 'a', title: 'Young people who are NEET' }),
    searchable({ code: 'b', title: 'Leavers', definition: 'Those not in education, employment or training (NEET).' }),
    searchable({ code: 'c', title: 'Leavers not in education, employment or training' }),
    searchable({ code: 'd', title: 'Safeguarding enquiries' }),
  ]);
  const found = (typed: string) => both(typed).hits.map(({ measure }) => measure.code);

  test('NEET finds who spells it out; the long words find who only abbreviates', () => {
    expect(found('NEET').sort()).toEqual(['a', 'b', 'c']);
    expect(found('not in education employment training').sort()).toEqual(['a', 'b', 'c']);
    expect(found('safeguardng')).toEqual(['d']);
  });
});

describe('the order', () => {
  test('equals stay in the council’s order, however often it is asked', () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      searchable({ code: `m-${n}`, number: n, title: 'Buses on time' }),
    );
    const ask = searchIndex(many);
    const first = ask('bus').hits.map(({ measure }) => measure.number);
    expect(first).toEqual(Array.from({ length: mostShown }, (_, n) => n));
    expect(ask('bus').count).toBe(60);
    expect(ask('bus').hits.map(({ measure }) => measure.number)).toEqual(first);
  });

  test('every title typed in full finds its measure first, in any case and with any apostrophe', () => {
    for (const { title, code } of searchedCouncil) {
      expect(codes(title)[0], title).toBe(code);
      expect(codes(title.toUpperCase().replaceAll("'", '’'))[0], title).toBe(code);
    }
  });

  test('so does any title whatever, be it small words alone or longer than a question may be', () => {
    const word = fc.constantFrom('bus', 'Buses', 'tram', 'on', 'time', 'timely', 'What', 'we', 'do');
    const title = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).filter((text) => /\p{L}/u.test(text)),
    );
    fc.assert(
      fc.property(fc.uniqueArray(title, { minLength: 1, maxLength: 5 }), (titles) => {
        const ask = searchIndex(titles.map((title, n) => searchable({ code: `m-${n}`, title, number: n })));
        for (const [n, title] of titles.entries()) {
          expect(key(ask(title).hits[0]?.measure.title ?? ''), title).toBe(key(title));
          expect(ask(title).hits.map(({ measure }) => measure.number)).toContain(n);
        }
      }),
    );
    expect(searchIndex([searchable({ code: 'a', title: 'What we do' })])('what we do').count).toBe(1);
  });
});

describe('whatever is typed', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(fc.constantFrom(...searchedCouncil.flatMap(({ title }) => title.split(' '))), { maxLength: 60 })
      .map((words) => words.join(' ')),
  );

  test('it never throws, shows no more than it counts, and says the same again', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const { count, hits, suggestion } = search(typed);
        expect(hits.length).toBe(Math.min(count, mostShown));
        expect(search(typed).hits.map(({ measure }) => measure.code)).toEqual(hits.map(({ measure }) => measure.code));
        if (suggestion !== null) expect(search(suggestion).count).toBeGreaterThan(0);
      }),
    );
  });

  test('a question is one well-formed line without control characters, and asking it again changes nothing', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const { text } = question(typed);
        expect(text.length).toBeLessThanOrEqual(longestQuestion);
        expect(text).not.toMatch(/\p{C}|^\s|\s$|\s\s/u);
        expect(question(text)).toEqual({ text, cut: false });
      }),
    );
  });

  test('what comes after 200 characters is left out, and said to be', () => {
    expect(question(`${' '.repeat(500)}pothole${'\n'.repeat(500)}`)).toEqual({ text: 'pothole', cut: false });
    expect(question('a'.repeat(200)).cut).toBe(false);
    expect(question('a'.repeat(201))).toEqual({ text: 'a'.repeat(200), cut: true });
    expect(question(`${'a'.repeat(199)}🚲 pothole`)).toEqual({ text: 'a'.repeat(199), cut: true });
  });

  test.each([
    ['one word', (length: number) => 'pothole'.repeat(length / 7)],
    ['many words', (length: number) => 'oficer lihgt raod '.repeat(length / 18)],
    ['letters', (length: number) => 'a b c d e f '.repeat(length / 12)],
    ['a regular expression’s nightmare', (length: number) => `${"'’".repeat(length / 2)}!`],
    ['emoji', (length: number) => '👩‍👩‍👧'.repeat(length / 8)],
    ['spaces', (length: number) => ' \t'.repeat(length / 2)],
  ])('%s: a hundred thousand characters take no longer than a thousand would let expect', (_, typed) => {
    const time = (text: string) => {
      const began = performance.now();
      search(text);
      return performance.now() - began;
    };
    time(typed(1_000));
    expect(Math.min(...[1, 2, 3].map(() => time(typed(100_000))))).toBeLessThan(150);
  });
});
