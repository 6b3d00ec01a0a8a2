import type { Form } from './weighed-figure';

/** All or none of fewer people than this tells of each of them. Source: docs/rules.md, Small counts of people. */
const smallCohort = 20;

type Counts = { numerator: number | null; denominator: number | null };

/**
 * Whether a figure has a count of people that is hidden for its own sake: 1 to the threshold of them, of the others, or of all, or
 * all or none of a small cohort. Source: docs/rules.md, Small counts of people.
 */
export function isSmall(form: Form, { numerator, denominator }: Counts, threshold: number): boolean {
  const isFew = (count: number) => count > 0 && count <= threshold;
  switch (form) {
    case 'bare':
      return false;
    case 'average':
      return denominator !== null && isFew(denominator);
    case 'proportion': {
      if (numerator === null || denominator === null) return false;
      const rest = denominator - numerator;
      const isAllOrNone = denominator > 0 && denominator < smallCohort && (numerator === 0 || rest === 0);
      return isFew(numerator) || isFew(rest) || isFew(denominator) || isAllOrNone;
    }
    default:
      return numerator !== null && isFew(numerator);
  }
}

/** The numerators that would be hidden for their own sake over the same denominator, the smallest first. */
export function smallCounts(form: Form, denominator: number | null, threshold: number): number[] {
  const few = Array.from({ length: threshold + 1 }, (_, count) => count);
  const counts =
    form === 'proportion' && denominator !== null ? [...few, ...few.map((count) => denominator - count)] : few;
  return [...new Set(counts)]
    .filter((numerator) => numerator >= 0 && isSmall(form, { numerator, denominator }, threshold))
    .sort((one, other) => one - other);
}
