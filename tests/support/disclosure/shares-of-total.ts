import fc from 'fast-check';
import type { CountedMeasure, Part, Total } from '@/lib/disclosure/counted-measure';
import { countedMeasure, formFacts, type Service } from './random-service';

const between = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));

/** Who is counted and who is not: a row in four is of few people, so that others must often be hidden for its sake. */
const row = fc.oneof(
  { weight: 1, arbitrary: between(0, 3) },
  { weight: 1, arbitrary: between(0, 24) },
  { weight: 2, arbitrary: between(6, 24) },
);

/** What adds up: the people below shares to a count; in a mix those and plain counts; or both parts of shares to those of a share. */
export type Kind = 'people' | 'mix' | 'shares';

/** Rows that add up to one, all of one period; with that one so many rows at most. */
export const sharesOfTotal = (kind: Kind, most: number): fc.Arbitrary<Service> =>
  fc
    .record({
      rows: fc.array(fc.tuple(row, fc.boolean()), { minLength: 2, maxLength: most - 1 }),
      decimals: fc.integer({ min: 0, max: 1 }),
    })
    .map(({ rows, decimals }): Service => {
      const shareOf = (code: string, numerator: number, denominator: number) =>
        countedMeasure(code, { decimals }, [{ numerator: String(numerator), denominator: String(denominator) }]);
      const countOf = (code: string, value: number) =>
        countedMeasure(code, formFacts.count, [{ value: String(value) }]);
      const own = rows.map(([[numerator, rest], isCount], at) => {
        const people = Math.max(1, numerator + rest);
        const isPlain = kind === 'mix' && isCount;
        const measure: CountedMeasure = isPlain ? countOf(`r${at}`, people) : shareOf(`r${at}`, numerator, people);
        return { measure, people, counted: numerator, part: isPlain ? ('value' as const) : ('denominator' as const) };
      });
      const people = own.reduce((sum, row) => sum + row.people, 0);
      const counted = own.reduce((sum, row) => sum + row.counted, 0);
      const total = kind === 'shares' ? shareOf('all', counted, people) : countOf('all', people);
      const sumOf = (part: Part | null): Total => ({
        whole: { code: 'all', part: kind === 'shares' ? (part ?? 'denominator') : 'value' },
        parts: own.map((row) => ({ code: row.measure.code, part: part ?? row.part })),
      });
      return {
        service: [total, ...own.map(({ measure }) => measure)],
        wholes: kind === 'shares' ? [sumOf('numerator'), sumOf('denominator')] : [sumOf(null)],
      };
    });
