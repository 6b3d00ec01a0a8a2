import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, sample } from '../../support/reference/arithmetic';

// The same at full size, in the database and in a browser: tests/storm/arithmetic.test.ts.
test('500 random figures, targets and tolerances: rounded, shown, judged and compared as fractions of whole numbers say', () => {
  const seed = fc.sample(fc.nat(), 1)[0] as number;
  expect(
    sample(500, seed)
      .map((one) => difference(one))
      .filter(Boolean),
    `seed ${seed}`,
  ).toEqual([]);
});
