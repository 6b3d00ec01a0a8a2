import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedMeasure, CountedReading } from '@/lib/disclosure/counted-measure';
import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import type { Target } from '@/lib/target/target';
import { unitsOf } from '../../support/disclosure/public-view';
import { countedMeasure } from '../../support/disclosure/random-service';
import { type SeenTarget, seenColour } from '../../support/disclosure/solver';

/** All that a page says of the latest of two months, as one text. */
function pageOf(measure: CountedMeasure, target: SeenTarget): { page: string; hides: boolean } {
  const [latest, before] = measure.readings as [CountedReading, CountedReading];
  const hidden = hiddenOf([measure], [])[0]?.readings.find(({ start }) => start === latest.start);
  const hides =
    hidden?.parts.includes('numerator') || (measure.scale === null && hidden?.parts.includes('value')) || false;
  const decimals = hidden?.parts.includes('value') ? hidden.decimals : measure.decimals;
  const units = unitsOf(measure, latest, measure.decimals);
  const colour = seenColour(units / 10 ** measure.decimals, target);
  const page = {
    hidden,
    numerator: hides ? null : latest.numerator,
    denominator: hidden?.parts.includes('denominator') ? null : latest.denominator,
    value: decimals === null ? null : unitsOf(measure, latest, decimals),
    colour: hidden?.hidesColour ? null : colour,
    way: hidden?.hidesTravel ? null : Math.sign(units - unitsOf(measure, before, measure.decimals)),
  };
  return { page: JSON.stringify(page), hides };
}

const drawn = fc.record({
  form: fc.constantFrom('proportion' as const, 'rate' as const, 'count' as const),
  denominator: fc.oneof(fc.integer({ min: 6, max: 60 }), fc.integer({ min: 60, max: 3000 })),
  before: fc.integer({ min: 0, max: 60 }),
  decimals: fc.integer({ min: 0, max: 2 }),
  threshold: fc.constantFrom(1, 3, 5, 9),
  green: fc.integer({ min: 0, max: 100 }),
  isHigher: fc.boolean(),
});

test('whoever runs the rules on every number still cannot tell which of two a page hides', () => {
  fc.assert(
    fc.property(drawn, ({ form, denominator, before, decimals, threshold, green, isHigher }) => {
      const shape = isHigher ? 'at_least' : 'at_most';
      const target: Target = { shape, green: String(green), amber: null };
      const differences = {
        proportion: { decimals },
        rate: { unit: 'per_1000', scale: 1000, decimals, numeratorLabel: 'sentences' },
        count: { unit: 'number', scale: null },
      }[form] as Partial<CountedMeasure>;
      const reading = (start: string, count: number): Partial<CountedReading> =>
        form === 'count'
          ? { start, target, value: String(count) }
          : { start, target, numerator: String(count), denominator: String(denominator) };
      const pages = new Map<string, Set<number>>();
      const most = Math.min(denominator, 40);
      const counts = Array.from({ length: most + 1 }, (_, n) => n);
      const all =
        form === 'proportion' ? [...new Set([...counts, ...counts.map((count) => denominator - count)])] : counts;
      for (const count of all) {
        const measure = countedMeasure(
          'm',
          {
            ...differences,
            polarity: isHigher ? 'higher' : 'lower',
            policy: { method: 'hide', threshold, reason: 'Few.', decidedBy: 'Ada', decidedOn: '2018-03-01' },
          },
          [reading('2018-05-01', count), reading('2018-04-01', Math.min(before, denominator))],
        );
        const { page, hides } = pageOf(measure, { shape, green, amber: null });
        if (hides) pages.set(page, (pages.get(page) ?? new Set()).add(count));
      }
      for (const [page, numbers] of pages) expect({ page, numbers: numbers.size > 1 }).toEqual({ page, numbers: true });
    }),
    { numRuns: 60 },
  );
});
