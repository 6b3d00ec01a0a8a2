import { describe, expect, test } from 'vitest';
import type { CountedMeasure } from '@/lib/disclosure/counted-measure';
import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import type { Target } from '@/lib/target/target';
import { workedOutByReader } from '../../support/disclosure/attack';
import { countedMeasure } from '../../support/disclosure/random-service';

const starts = ['2016-04-01', '2016-07-01', '2016-10-01', '2017-01-01'];

/** A share of people in care, quarter by quarter from April 2016, as '24/25'. */
const share = (
  code: string,
  quarters: string[],
  { target = null, ...more }: Partial<CountedMeasure> & { target?: Target | null },
): CountedMeasure =>
  countedMeasure(
    code,
    { frequency: 'quarterly', denominatorLabel: 'people in care', ...more },
    quarters
      .map((parts, at) => {
        const [numerator = null, denominator = null] = parts.split('/');
        return { start: starts[at] as string, numerator, denominator, target };
      })
      .toReversed(),
  );

const policyUpTo = (threshold: number): Partial<CountedMeasure> => ({
  policy: { method: 'hide', threshold, reason: 'Few.', decidedBy: 'Ada', decidedOn: '2016-03-01' },
});

describe('two shares of the same people', () => {
  test('7 of 7 in the last quarter: the final figures of both shares, 81.3% and 82.7%, would say together that there were 7', () => {
    const more = { decimals: 1, comparator: 'previous_year', ...policyUpTo(9) } as const;
    const service = [
      share('visited', ['24/25', '26/32', '4/11', '7/7'], { ...more, outturns: [{ year: 2016, value: '81.3' }] }),
      share('housed', ['24/25', '30/32', '5/11', '3/7'], { ...more, outturns: [{ year: 2016, value: '82.7' }] }),
    ];
    const hidden = hiddenOf(service, []);
    expect(hidden.map(({ outturns }) => outturns.map(({ year }) => year))).toEqual([[2016], [2016]]);
    expect(hidden.flatMap(({ alreadyTold }) => alreadyTold)).toEqual([]);
    expect(workedOutByReader({ service, wholes: [] })).toEqual([]);
  });

  test('none of 3, none of 46, 1 of 50 since April: the none of 46 goes with the colour of the 1, so that it could be all of them', () => {
    const target = { shape: 'at_least', green: '86', amber: null } as const;
    const more = { window: 'ytd', target, ...policyUpTo(3) } as const;
    const service = [
      share('visited', ['0/3', '7/46', '7/50', '45/125'], more),
      share('housed', ['0/3', '0/46', '1/50', '62/125'], more),
    ];
    const [, housed] = hiddenOf(service, []);
    const second = housed?.readings.find(({ start }) => start === '2016-07-01');
    const third = housed?.readings.find(({ start }) => start === '2016-10-01');
    expect([second?.parts, third?.hidesColour]).toEqual([['value', 'numerator'], true]);
    expect(housed?.alreadyTold).toEqual([]);
    expect(workedOutByReader({ service, wholes: [] })).toEqual([]);
  });
});
