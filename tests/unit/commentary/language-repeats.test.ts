import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockingRules, type Finding, type Rule, warningRules } from '@/lib/commentary/finding';
import { orderFindings } from '@/lib/commentary/language/finding-order';
import { repeatedSentences } from '@/lib/commentary/language/repeated-sentences';
import { repeatedText } from '@/lib/commentary/language/repeated-text';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { honestSentences } from '../../support/commentary/honest-sentences';
import { languageReading, rows } from '../../support/commentary/language-reading';

const repeats = (comments: string, given: Partial<ReadingText> = {}) =>
  repeatedSentences(languageReading(rows.bins, comments, given));

test('a sentence that stands in the comments and in an action is found at its second place', () => {
  const actions = [{ text: 'A new training programme has begun', owner: 'Team manager', due: null }];
  expect(repeats('It rained.  A new training programme has begun.', { actions })).toMatchObject([
    {
      rule: 'B6',
      place: { field: 'actionText', action: 0 },
      quote: 'A new training programme has begun',
      sentence: 'This sentence stands here twice.',
    },
  ]);
});

test('eight times the same sentence is one finding that counts them', () => {
  expect(repeats('New training began in May. '.repeat(8))).toMatchObject([
    { at: 27, sentence: 'This sentence stands here eight times.' },
  ]);
});

test('short remarks, other numbers and the public note are no repeats', () => {
  expect(repeats('On target. On target. We saw 3 people. We saw 4 people.')).toEqual([]);
  expect(repeats('The plant was shut.', { publicNote: 'The plant was shut.' })).toEqual([]);
  expect(repeats('No. 4 was read, e.g. by Dr. Who at 9.30am. No. 5 was not, e.g. by Dr. Who at 9.30am.')).toEqual([]);
});

test('whatever is said, saying any part of it twice is found once', () => {
  const sentence = fc.constantFrom(
    ...Object.values(honestSentences)
      .flat()
      .filter((text) => text.split(' ').length > 3),
  );
  fc.assert(
    fc.property(fc.uniqueArray(sentence, { minLength: 1, maxLength: 6 }), fc.nat(), (sentences, index) => {
      expect(repeats(sentences.join(' '), { actions: [] })).toEqual([]);
      const again = sentences[index % sentences.length] as string;
      const quotes = repeats(`${sentences.join(' ')}\n${again.toUpperCase()}`, { actions: [] }).map(
        ({ quote }) => quote,
      );
      expect(quotes).toHaveLength(1);
      expect(again.toUpperCase()).toContain(quotes[0]);
    }),
  );
});

const likeBefore = (comments: string, commentsBefore: string | null) =>
  repeatedText(languageReading(rows.bins, comments, { commentsBefore })).map(({ rule }) => rule);
const june = 'In June 81% of calls were answered, because two advisers were on leave and the phones failed for a day.';

test('last period’s comments with other figures and another month are found; with another reason they are not', () => {
  expect(likeBefore(june.replace('June', 'July').replace('81', '83'), june)).toEqual(['W4']);
  expect(
    likeBefore('In July 83% of calls were answered, because the new system went live and every adviser was in.', june),
  ).toEqual([]);
  expect(likeBefore(june, null)).toEqual([]);
});

test('short comments count only where they are the same', () => {
  expect(likeBefore('On target again.', 'On target again.')).toEqual(['W4']);
  expect(likeBefore('On target in July.', 'On target in June.')).toEqual([]);
});

test('another measure’s comments are found, and its number and title are said; its own are not another’s', () => {
  const others = [
    { number: 7, title: 'Itself', comments: june },
    { number: 12, title: 'Calls', comments: `${june} It has passed.` },
  ];
  const found = (given: Partial<ReadingText>) => repeatedText(languageReading(rows.bins, june, given));
  expect(found({ others })).toMatchObject([
    { rule: 'W4', sentence: 'The comments are nearly those of measure 12, Calls.' },
  ]);
  expect(found({ others: others.slice(0, 1) })).toEqual([]);
});

const finding = (rule: Rule): Finding => ({
  rule,
  place: { field: 'comments' },
  quote: rule,
  at: 0,
  sentence: 'x',
  mend: 'y',
});

test('blockers come first, then three warnings by how much they matter; nothing is lost', () => {
  const ordered = orderFindings((['W4', 'B6', 'W5', 'W6', 'W9', 'B10'] as const).map(finding), []);
  expect(ordered.blockers.map(({ rule }) => rule)).toEqual(['B6', 'B10']);
  expect(ordered.first.map(({ rule }) => rule)).toEqual(['W9', 'W6', 'W5']);
  expect(ordered.rest.map(({ rule }) => rule)).toEqual(['W4']);
});

test('a kind that is silenced is counted and not shown; a blocker cannot be silenced', () => {
  const ordered = orderFindings((['W4', 'W4', 'B6', 'W9'] as const).map(finding), ['W4', 'B6']);
  expect(ordered).toMatchObject({ silenced: 2, rest: [] });
  expect([...ordered.blockers, ...ordered.first].map(({ rule }) => rule)).toEqual(['B6', 'W9']);
});

test('whatever is found and silenced, each finding is in one place', () => {
  const rule = fc.constantFrom<Rule>(...blockingRules, ...warningRules);
  fc.assert(
    fc.property(fc.array(rule), fc.array(rule), (found, silenced) => {
      const { blockers, first, rest, silenced: count } = orderFindings(found.map(finding), silenced);
      expect(blockers.length + first.length + rest.length + count).toBe(found.length);
      expect(first.length).toBeLessThanOrEqual(3);
      expect(rest.length === 0 || first.length === 3).toBe(true);
    }),
  );
});
