import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobodyLeft } from '@/lib/people/nobody-left';
import { actsFor } from '@/lib/people/who-acts-as-head';
import { blankContent } from '@/lib/reading/content';
import { contentWords, takesWording } from '@/lib/reading/taken-wording';

const before = 'Breakdowns rose again in July. The depot is short of drivers.';
const suggested =
  'Breakdowns rose again in July because two old buses stood idle for a week. Both are mended now. It rained.';

describe('words that are taken over', () => {
  test.each([
    ['the whole suggestion', suggested],
    ['in capitals, with other stops and blanks', suggested.toUpperCase().replaceAll(' ', '  ').replaceAll('.', ' –')],
    ['its letters parted by what cannot be seen', [...suggested].join('\u200b')],
    ['one sentence of it among the owner’s own', `${before} Both are mended now.`],
    ['a short sentence of it', `It rained. ${before}`],
    ['five words in a row, in another sentence', `${before} We saw that two old buses stood idle, which is a pity.`],
    [
      'with every fifth word put in by another',
      'Breakdowns rose again in July, as because two old buses really stood idle for a whole week. Both have are mended now. So it rained.',
    ],
    [
      'with words changed here and there',
      'Breakdowns rose again in July because two aged buses stood idle for one week. Both vehicles are mended now. It poured.',
    ],
  ])('%s', (_, after) => expect(takesWording(suggested, { before, after })).toBe(true));

  test.each([
    ['nothing changed', before],
    [
      'the owner’s own answer to the same reason',
      `${before} Two vehicles were out of use. They run again since Monday.`,
    ],
    ['another text altogether', 'The contractor lost a third of its staff in spring and has hired six people since.'],
    ['single words of it', `${before} Old buses, a week, idle: none of this is the cause.`],
    ['nothing at all', ''],
  ])('%s takes nothing over', (_, after) => expect(takesWording(suggested, { before, after })).toBe(false));

  test('what only leaves words out is taken where the outcome is the same, and not where the owner leaves out more', () => {
    const shorter = 'Breakdowns rose again in July.';
    expect(takesWording(shorter, { before, after: shorter })).toBe(true);
    expect(takesWording(shorter, { before, after: 'Breakdowns rose again.' })).toBe(false);
    expect(takesWording(shorter, { before, after: `${before} More will follow.` })).toBe(false);
  });

  test('a suggestion that repeats what was there brings nothing', () =>
    expect(takesWording(before, { before, after: before })).toBe(false));

  test('into whichever field they go', () => {
    const actions = [{ text: 'Both are mended now', owner: 'Head of Buses', due: null }];
    for (const words of [{ comments: suggested }, { publicNote: suggested }, { unusual: suggested }, { actions }])
      expect(
        takesWording(suggested, { before, after: contentWords({ ...blankContent, comments: before, ...words }) }),
      ).toBe(true);
  });
});

/** Words that the two sides do not share, so that whose they are is never a question. */
const word = (first: string) => fc.stringMatching(/^[a-z]{2,8}$/).map((rest) => first + rest);
const sentence = (first: string) =>
  fc.array(word(first), { minLength: 5, maxLength: 14 }).map((words) => `${words.join(' ')}.`);
const text = (first: string) => fc.array(sentence(first), { minLength: 1, maxLength: 6 });

describe('of 500 texts of each kind', () => {
  test('a suggestion with anything before, between and after its sentences is taken over', () => {
    fc.assert(
      fc.property(text('a'), text('b'), text('c'), fc.nat(5), (old, offered, own, at) => {
        const kept = offered[at % offered.length] as string;
        const after = [...own, kept, ...old].join(' ');
        expect(takesWording(offered.join(' '), { before: old.join(' '), after })).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a text of the owner’s own words is not, whatever was there before', () => {
    fc.assert(
      fc.property(text('a'), text('b'), text('c'), (old, offered, own) => {
        const wording = { before: old.join(' '), after: [...old, ...own].join(' ') };
        expect(takesWording([...old, ...offered].join(' '), wording)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('whether it is taken does not hang on case, stops or blanks', () => {
    fc.assert(
      fc.property(text('a'), text('b'), fc.boolean(), (old, offered, isTaken) => {
        const after = isTaken ? [...old, ...offered].join(' ') : old.join(' ');
        const loud = after.toUpperCase().replaceAll('.', ' !').replaceAll(' ', '\n ');
        const [plain, shouted] = [after, loud].map((after) =>
          takesWording(offered.join(' '), { before: old.join(' '), after }),
        );
        expect([plain, shouted]).toEqual([isTaken, isTaken]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('who is left to approve', () => {
  const [hana, dev] = [
    { id: 3, name: 'Hana' },
    { id: 4, name: 'Dev' },
  ];
  test.each([
    ['the head', [hana], [1], null],
    ['her deputy', [hana, dev], [1, 3], null],
    ['nobody but an author', [hana], [1, 3], 'Hana wrote part of this: name a deputy or another head for Buses.'],
    [
      'nobody, deputy and head being authors',
      [hana, dev],
      [1, 3, 4],
      'Hana and Dev wrote part of this: name a deputy or another head for Buses.',
    ],
    ['nobody, there being no head', [], [1], 'Nobody heads Buses: name a head, who can approve this.'],
  ])('%s', (_, heads, authors, sentence) => expect(nobodyLeft(heads, authors, 'Buses')).toBe(sentence));

  test('a deputy acts for the head, and never for one who had a part in it', () => {
    const span = { serviceId: 1, headId: 3, headName: 'Hana', fromDay: '2026-08-01', untilDay: '2026-08-31' };
    const who = { id: 4, name: 'Dev', roles: [], owns: [], heads: [], deputises: [span] };
    expect(actsFor(who, 1, [1], '2026-08-17')).toBe(span);
    expect(actsFor(who, 1, [1, 3], '2026-08-17')).toBeNull();
    expect(actsFor(who, 1, [1], '2026-09-01')).toBeNull();
    expect(actsFor({ ...who, heads: [1] }, 1, [1], '2026-08-17')).toBeNull();
  });
});
