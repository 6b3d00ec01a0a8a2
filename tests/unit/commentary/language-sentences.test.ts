import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '@/lib/commentary/finding';
import { languageFindings } from '@/lib/commentary/language/language-checks';
import { claimSentences } from '../../support/commentary/claim-sentences';
import { faultySentences } from '../../support/commentary/faulty-sentences';
import { honestSentences } from '../../support/commentary/honest-sentences';
import { languageReading, type Row, rows } from '../../support/commentary/language-reading';

/** What is found in a sentence alone; whether it gives a cause is another test's. */
const found = (row: Row, comments: string): Finding[] =>
  languageFindings(languageReading(row, comments)).filter(({ rule }) => rule !== 'B9');

const honest = Object.entries(honestSentences).flatMap(([name, sentences]) =>
  sentences.map((sentence) => ({ row: rows[name as keyof typeof rows], sentence })),
);

test('nothing is found in 140 honest sentences of twelve services', () => {
  const wrong = honest.flatMap(({ row, sentence }) =>
    found(row, sentence).map(({ rule, quote }) => ({ rule, quote, sentence })),
  );
  console.log(`False findings: ${wrong.length} in ${honest.length} honest sentences.`);
  expect(honest.length).toBeGreaterThanOrEqual(140);
  expect(wrong).toEqual([]);
});

test('nothing is found in the honest sentences of a service read as one comment', () => {
  const wrong = Object.entries(honestSentences).flatMap(([name, sentences]) =>
    found(rows[name as keyof typeof rows], sentences.join(' ')).map(({ rule, quote }) => ({ name, rule, quote })),
  );
  expect(wrong).toEqual([]);
});

describe('each fault is found, quoted as it stands, and mended in a sentence', () => {
  test('there are at least 80 of them', () => {
    expect(faultySentences.length).toBeGreaterThanOrEqual(80);
  });

  test.each(faultySentences)('%s, %s: %s', (rule, name, comments, quote) => {
    const findings = found(rows[name], comments);
    expect(findings.map((finding) => [finding.rule, finding.quote])).toEqual([[rule, quote]]);
    for (const { at, sentence, mend } of findings) {
      expect(comments.slice(at, at + quote.length)).toBe(quote);
      expect(sentence).toMatch(/^[“\p{Lu}].*\.$/u);
      expect(mend).toMatch(/^\p{Lu}.*[.?]$/u);
    }
  });
});

const changing = Object.values(rows).filter(
  ({ value, lastYear, lastMonth }) => value !== lastYear && value !== lastMonth,
);
const contradictions = (row: Row, comments: string) => found(row, comments).filter(({ rule }) => rule === 'W6');

test('a wrong word of direction or target is caught in at least 95 of 100 clean sentences, and none of the right ones is', () => {
  const pairs = changing.flatMap((row) => claimSentences(row).map((pair) => ({ row, pair })));
  const missed = pairs.filter(({ row, pair }) => contradictions(row, pair.wrong).length === 0);
  const wrong = pairs.filter(({ row, pair }) => contradictions(row, pair.right).length > 0);
  console.log(
    `Wrong words caught: ${pairs.length - missed.length} of ${pairs.length}; right words flagged: ${wrong.length}.`,
  );
  expect(pairs.length).toBeGreaterThan(180);
  expect(wrong.map(({ pair }) => pair.right)).toEqual([]);
  expect(missed.length).toBeLessThanOrEqual(pairs.length * 0.05);
});

test('whatever the figures of last year and last month, the word that fits them is never flagged and the other is', () => {
  const figure = fc.integer({ min: 10, max: 99 });
  fc.assert(
    fc.property(figure, figure, figure, fc.boolean(), (value, lastYear, lastMonth, isHigher) => {
      fc.pre(value !== lastYear && value !== lastMonth);
      const row: Row = {
        title: 'Calls answered in time',
        unit: 'percent',
        polarity: isHigher ? 'higher' : 'lower',
        value: String(value),
        lastYear: String(lastYear),
        lastMonth: String(lastMonth),
        target: isHigher
          ? { shape: 'at_least', green: '50', amber: null }
          : { shape: 'at_most', green: '50', amber: null },
        colour: (isHigher ? value >= 50 : value <= 50) ? 'green' : 'red',
      };
      const pairs = claimSentences(row);
      const wrong = pairs.filter(({ right }) => contradictions(row, right).length > 0);
      expect(wrong).toEqual([]);
      // Without a named figure a word may be true of one of the two: then it is left alone.
      const agree = value > lastYear === value > lastMonth;
      const missed = pairs.filter((pair) => contradictions(row, pair.wrong).length === 0);
      if (agree) expect(missed.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['a word that denies', 'Performance has not improved.'],
  ['a word that denies, shortened', 'Performance hasn’t improved.'],
  ['a plan', 'Performance will have improved by March.'],
  ['a hope', 'We expected that the figure improved with the new rounds.'],
  ['a condition', 'If the figure improved, the contract would be extended.'],
  ['a question', 'Has performance improved?'],
  ['another time', 'In May 2017 the figure improved.'],
  ['the past of the past', 'The figure had improved before the strike.'],
  ['something else', 'Improved recording of weights began in June.'],
  ['an object of its own', 'The new rota has improved staff morale.'],
  ['somebody else', 'Contractors’ attendance improved.'],
  ['a cause', 'This is because the number of crews improved.'],
  ['a comparison that the row knows nothing of', 'Performance has improved since 2012.'],
  ['a comparison with others', 'The figure is better than the national average of 40 (Defra statistics, 2017).'],
])('%s is no claim about the figure', (_, comments) => {
  expect(contradictions(rows.planning, comments)).toEqual([]);
});

test('a wrong word is offered its opposite where that is true', () => {
  expect(contradictions(rows.planning, 'Performance rose to 88%.')).toMatchObject([{ quote: 'rose', instead: 'fell' }]);
  const [same] = contradictions(rows.calls, 'Performance improved.');
  expect(same).toMatchObject({ quote: 'improved' });
  expect(same).not.toHaveProperty('instead');
});

test('without a figure no word can be against it', () => {
  const text = languageReading(rows.planning, 'Performance improved.', {
    figures: { value: null, numerator: null, denominator: null, missing: 'not_available_yet' },
  });
  expect(languageFindings(text)).toEqual([]);
});
