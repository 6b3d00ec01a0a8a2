import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberFindings } from '@/lib/commentary/numbers/number-checks';
import { type CleanCommentary, cleanCommentaries } from '../../support/commentary/clean-commentary';

const runs = 500;

test('an honest commentary, with its own figures in every form, raises nothing', () => {
  fc.assert(
    fc.property(cleanCommentaries(), ({ text }) => {
      expect(numberFindings(text).map(({ rule, quote, sentence }) => `${rule} ${quote}: ${sentence}`)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

/** The commentary with one digit of one of its figures changed; null where the number is still a figure of the row. */
function digitChanged({ text, pieces, figures }: CleanCommentary, choose: (below: number) => number) {
  const places = pieces.flatMap((piece, at) => (piece.isFigure ? [at] : []));
  if (places.length === 0) return null;
  const at = places[choose(places.length)] as number;
  const written = pieces[at]?.text ?? '';
  const digits = [...written].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []));
  const place = digits[choose(digits.length)] as number;
  const digit = String((Number(written[place]) + 1 + choose(9)) % 10);
  const changed = written.slice(0, place) + digit + written.slice(place + 1);
  if (/^0[\d,]/.test(changed)) return null;
  const [value, decimals] = [Number(changed.replaceAll(',', '')), changed.split('.')[1]?.length ?? 0];
  const isFigure = figures.some((one) => Math.abs(one - value) <= 0.5 * 10 ** -decimals + 1e-9);
  const isDifference = /point|more|fewer/.test(pieces[at + 1]?.text ?? '');
  if (isFigure && !isDifference) return null;
  const mutated = pieces.map((piece, index) => (index === at ? { ...piece, text: changed } : piece));
  return {
    text: {
      ...text,
      comments: mutated
        .map((piece) => piece.text)
        .join('')
        .trim(),
    },
    changed,
    written,
  };
}

test('one digit changed so that the number is none of the figures is found in at least 99% of 500', () => {
  const samples = fc.sample(fc.tuple(cleanCommentaries(), fc.array(fc.nat(9_999), { minLength: 3, maxLength: 3 })), {
    numRuns: 4 * runs,
    seed: 216_267,
  });
  const mutants = samples
    .flatMap(([commentary, choices]) => {
      let turn = 0;
      const mutant = digitChanged(commentary, (below) => (choices[turn++] ?? 0) % below);
      return mutant ? [mutant] : [];
    })
    .slice(0, runs);
  expect(mutants.length).toBe(runs);
  const missed = mutants.filter(({ text }) => !numberFindings(text).some(({ rule }) => /^(?:W1|B1|B2|B3)$/.test(rule)));
  console.info(`${runs - missed.length} of ${runs} changed digits found`);
  expect(
    missed.length,
    missed.map(({ text, written, changed }) => `${written} to ${changed}: ${text.comments}`).join('\n'),
  ).toBeLessThanOrEqual(runs / 100);
});

test('part and total the other way round are found in each of 500', () => {
  let swapped = 0;
  fc.assert(
    fc.property(cleanCommentaries(), ({ text }) => {
      const { numerator, denominator } = text.figures;
      const comments = `In real terms this is ${denominator} out of ${numerator}.`;
      const findings = numberFindings({ ...text, comments });
      expect(findings.map(({ rule }) => rule)).toEqual(['B2']);
      expect(findings[0]?.instead).toBe(`${numerator} out of ${denominator}`);
      swapped += 1;
    }),
    { numRuns: runs },
  );
  expect(swapped).toBe(runs);
});
