import { expect, test } from 'vitest';
import { type Finding, isBlocking } from '@/lib/commentary/finding';
import { checkReading } from '@/lib/commentary/road/check-reading';
import { readingValue } from '@/lib/figure/figure';
import { cleanTexts } from '@/tests/fixtures/commentary/clean/every-row';

const found = cleanTexts.map((text) => ({ text, findings: checkReading(text, { silenced: [] }) }));

/** How many rows have a finding of a kind, and what they are. */
function rowsWith(kind: (finding: Finding) => boolean): { count: number; lines: string[] } {
  const some = found.filter(({ findings }) => findings.some(kind));
  return {
    count: some.length,
    lines: some.flatMap(({ text, findings }) =>
      findings.filter(kind).map(({ rule, quote }) => `${text.measure.code} ${rule} “${quote}”`),
    ),
  };
}

test('there are 200 rows, each with a figure of its own and words of its own', () => {
  expect(cleanTexts).toHaveLength(200);
  expect(new Set(cleanTexts.map(({ comments }) => comments)).size).toBe(200);
  expect(cleanTexts.filter(({ figures, measure }) => readingValue(figures, measure) === null)).toEqual([]);
});

test('what is Red or worsening among them has an action that is still to come', () => {
  const bad = cleanTexts.filter(({ colour, direction }) => colour === 'red' || direction === 'worsening');
  expect(bad.length).toBeGreaterThan(60);
  expect(bad.filter(({ actions, today }) => !actions.some(({ due }) => due !== null && due >= today))).toEqual([]);
});

test('fewer than 2% of honest rows are blocked', () => {
  const { count, lines } = rowsWith(isBlocking);
  console.log(`Honest rows that are blocked: ${count} of ${cleanTexts.length}\n${lines.join('\n')}`);
  expect(count / cleanTexts.length).toBeLessThan(0.02);
});

test('fewer than 10% of honest rows have a warning', () => {
  const { count, lines } = rowsWith((finding) => !isBlocking(finding));
  console.log(`Honest rows with a warning: ${count} of ${cleanTexts.length}\n${lines.join('\n')}`);
  expect(count / cleanTexts.length).toBeLessThan(0.1);
});
