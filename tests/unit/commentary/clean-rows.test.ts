import { describe, expect, test } from 'vitest';
import { checkReading } from '@/lib/commentary/checking/check-reading';
import { type Finding, isBlocking } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { readingValue } from '@/lib/figure/computed-value';
import { cleanTexts, hands } from '@/tests/fixtures/commentary/clean/every-row';
import { readingTexts } from '@/tests/support/commentary/reading-row';

/** How many rows have a finding of a kind, and what they are. */
function rowsWith(texts: ReadingText[], kind: (finding: Finding) => boolean): { count: number; lines: string[] } {
  const found = texts.map((text) => ({ text, findings: checkReading(text, { silenced: [] }).filter(kind) }));
  const some = found.filter(({ findings }) => findings.length > 0);
  return {
    count: some.length,
    lines: some.flatMap(({ text, findings }) =>
      findings.map(({ rule, quote }) => `${text.measure.code} ${rule} “${quote}”`),
    ),
  };
}
const isWarning = (finding: Finding): boolean => !isBlocking(finding);

test('there are 350 rows, each with words of its own and a figure, or as not available yet', () => {
  expect(cleanTexts).toHaveLength(350);
  expect(new Set(cleanTexts.map(({ comments }) => comments)).size).toBe(350);
  const empty = cleanTexts.filter(({ figures, measure }) => readingValue(figures, measure) === null);
  expect(empty.every(({ figures }) => figures.missing !== null)).toBe(true);
  expect(empty.length).toBeLessThan(12);
});

test('what is Red or worsening among them has an action that is still to come', () => {
  const bad = cleanTexts.filter(({ colour, direction }) => colour === 'red' || direction === 'worsening');
  expect(bad.length).toBeGreaterThan(60);
  expect(bad.filter(({ actions, today }) => !actions.some(({ due }) => due !== null && due >= today))).toEqual([]);
});

const unseeing = Object.entries(hands).slice(1);
const groups: [string, ReadingText[]][] = [
  ['all hands', cleanTexts],
  ['the hands that had not seen the checks', unseeing.flatMap(([, services]) => services).flatMap(readingTexts)],
];

describe.each(groups)('%s', (name, texts) => {
  test('fewer than 2% of honest rows are blocked', () => {
    const { count, lines } = rowsWith(texts, isBlocking);
    console.log(`Honest rows that are blocked, ${name}: ${count} of ${texts.length}\n${lines.join('\n')}`);
    expect(count / texts.length).toBeLessThan(0.02);
  });

  test('fewer than 10% of honest rows have a warning', () => {
    const { count, lines } = rowsWith(texts, isWarning);
    console.log(`Honest rows with a warning, ${name}: ${count} of ${texts.length}\n${lines.join('\n')}`);
    expect(count / texts.length).toBeLessThan(0.1);
  });
});

test.each(Object.entries(hands))('%s: how many rows have a warning is printed', (hand, services) => {
  const texts = services.flatMap(readingTexts);
  console.log(`${hand}: ${rowsWith(texts, isWarning).count} of ${texts.length} honest rows have a warning`);
  expect(texts.length).toBeGreaterThanOrEqual(50);
});
