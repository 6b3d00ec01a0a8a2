import { expect, test } from 'vitest';
import { checkReading } from '@/lib/commentary/checking/check-reading';
import { isBlocking } from '@/lib/commentary/finding';
import { pageTermFindings } from '@/lib/commentary/language/page-terms';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { correctedTwin } from '@/tests/fixtures/commentary/corrected-twin';
import { foundingReport } from '@/tests/fixtures/commentary/founding-report';

/** Everything that is found in a report, by the number of its row. */
function findingsByRow(texts: ReadingText[]) {
  const rows = texts.map(({ measure, comments, actions }) => ({
    number: measure.number,
    title: measure.title,
    definition: measure.definition,
    comments,
    actions,
  }));
  const ofPage = pageTermFindings(rows, texts[0]?.glossary ?? []);
  return new Map(
    texts.map((text) => [
      text.measure.number,
      [...checkReading(text, { silenced: [] }), ...ofPage.filter(({ number }) => number === text.measure.number)],
    ]),
  );
}

const ofFounding = findingsByRow(foundingReport);

test('the founding report is 20 rows', () => {
  expect(foundingReport.map(({ measure }) => measure.number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
});

test.each([
  [4, ['B1', 'B2'], 'a value that its parts do not give, and parts the other way round'],
  [5, ['B2'], 'parts the other way round'],
  [10, ['B3', 'B9'], 'a decimal comma, and no dated action'],
  [15, ['B1'], 'a value that its parts do not give'],
  [17, ['B6'], 'one sentence eight times'],
  [18, ['B3'], 'a letter among digits'],
  [19, ['B6'], 'two sentences five times'],
  [11, ['B10'], 'FTE with another meaning than in row 1'],
  [6, ['B9'], 'no dated action'],
  [9, ['B7'], 'three plans, which are hidden'],
  [13, ['B7'], 'five sentences, which are hidden'],
  [16, ['B7'], 'five young people, who are hidden'],
  [20, ['B4', 'B5'], 'neither a figure nor a reason, and no word on the target'],
])('row %i is refused for %j: %s', (number, rules) => {
  const found = ofFounding.get(number)?.map(({ rule }) => rule) ?? [];
  expect(found).toEqual(expect.arrayContaining(rules));
});

test('every finding of the founding report quotes words that stand where it says', () => {
  for (const text of foundingReport)
    for (const { place, quote, at, sentence, mend } of ofFounding.get(text.measure.number) ?? []) {
      expect(sentence).toMatch(/^\S.*[.?]$/su);
      expect(mend).toMatch(/^\S.*[.?]$/su);
      if (quote === '') continue;
      if (place.field === 'comments') expect(text.comments?.slice(at, at + quote.length)).toBe(quote);
      if (place.field === 'actionText')
        expect(text.actions[place.action]?.text.slice(at, at + quote.length)).toBe(quote);
    }
});

test('the corrected twin passes: nothing in it must be mended', () => {
  const found = [...findingsByRow(correctedTwin)].flatMap(([number, findings]) =>
    findings.filter(isBlocking).map(({ rule, quote, sentence }) => ({ number, rule, quote, sentence })),
  );
  expect(found).toEqual([]);
});

/** Warnings of the twin that are right, and would be kept with a reason. */
const keptWarnings = [
  // The number of families to be reached was set to the number that was reached, as in the row before, which says so.
  { number: 19, rule: 'W8' },
];

test('the corrected twin raises no warning but those that are worth a reason', () => {
  const found = [...findingsByRow(correctedTwin)].flatMap(([number, findings]) =>
    findings.filter((finding) => !isBlocking(finding)).map(({ rule }) => ({ number, rule })),
  );
  expect(found).toEqual(keptWarnings);
});
