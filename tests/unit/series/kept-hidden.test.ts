import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HiddenMeasure, HiddenReading } from '@/lib/disclosure/counted-measure';
import { type FrozenFigures, hiddenBefore, isHiddenOtherwise, keptHidden } from '@/lib/series/small-counts-kept-hidden';

const why = 'Hidden so that another figure cannot be worked out.';
const july = '2018-07-01';
const hidden = (more: Partial<HiddenReading> = {}): HiddenReading => ({
  start: july,
  revision: 0,
  parts: ['value', 'numerator'],
  decimals: null,
  hidesColour: false,
  hidesTravel: false,
  hidesSignal: true,
  why,
  because: 'small',
  ...more,
});
const measure = (...readings: HiddenReading[]): HiddenMeasure => ({
  code: 'bus-01',
  readings,
  outturns: [],
  alreadyTold: [],
});
const frozen = (more: Partial<FrozenFigures> = {}): FrozenFigures => ({
  start: july,
  revision: 0,
  value: null,
  numerator: null,
  denominator: '40',
  colour: 'red',
  hidden: { why },
  ...more,
});

describe('what an edition hid', () => {
  test('stays hidden where nothing hides it by now', () => {
    expect(keptHidden(measure(), hiddenBefore([frozen()])).readings).toEqual([
      hidden({ parts: ['value', 'numerator'], hidesTravel: true, because: 'other' }),
    ]);
  });

  test('and what is hidden besides by now is hidden with it', () => {
    const now = hidden({ parts: ['denominator'], hidesColour: true });
    expect(keptHidden(measure(now), hiddenBefore([frozen()])).readings).toEqual([
      hidden({ parts: ['value', 'numerator', 'denominator'], hidesColour: true }),
    ]);
  });

  test.each([
    [0, null, 0],
    [null, 1, null],
    [1, 0, 0],
    [0, 1, 0],
  ])('shown at %s decimals by now and at %s then, it is shown at %s', (now, then, least) => {
    const rounded = frozen(
      then === null ? { value: '8', numerator: '3', hidden: { why } } : { value: '8', hidden: { why, decimals: then } },
    );
    const [reading] = keptHidden(measure(hidden({ decimals: now })), hiddenBefore([rounded])).readings;
    expect(reading?.decimals).toBe(least);
  });

  test('what it showed does not stick, and no other revision does', () => {
    const { hidden: _, ...shown } = frozen({ value: '8', numerator: '3' });
    expect(keptHidden(measure(), hiddenBefore([shown])).readings).toEqual([]);
    const kept = keptHidden(measure(hidden({ revision: 1 })), hiddenBefore([frozen()])).readings;
    expect(kept.map(({ revision }) => revision).sort()).toEqual([0, 1]);
  });
});

describe('a reading is shown again', () => {
  const { hidden: _, ...open } = frozen({ value: '8', numerator: '3' });

  test.each<[string, FrozenFigures, HiddenReading | undefined, boolean]>([
    ['nothing was hidden and nothing is', open, undefined, false],
    ['it was hidden and is not', frozen(), undefined, true],
    ['it was shown and is hidden', open, hidden(), true],
    ['it was hidden and is', frozen(), hidden(), false],
    ['a part more is hidden', frozen(), hidden({ parts: ['value', 'numerator', 'denominator'] }), true],
    ['its colour is hidden by now', frozen(), hidden({ hidesColour: true }), true],
    [
      'it has fewer decimals by now',
      frozen({ value: '7.5', hidden: { why, decimals: 1 } }),
      hidden({ decimals: 0 }),
      true,
    ],
    ['it has the same decimals', frozen({ value: '8', hidden: { why, decimals: 0 } }), hidden({ decimals: 0 }), false],
    ['its direction alone is hidden', open, hidden({ parts: [], hidesTravel: true }), false],
  ])('%s: %o', (_name, before, now, isOtherwise) => {
    expect(isHiddenOtherwise(before, now)).toBe(isOtherwise);
  });
});

test('what is kept hidden is never less than what is hidden by now or was, and asking twice changes nothing', () => {
  const part = fc.subarray(['value', 'numerator', 'denominator'] as const);
  const reading = fc.record({ parts: part, hidesColour: fc.boolean() }).map((more) => hidden(more));
  const before = fc.record({ parts: part, colour: fc.constantFrom('red', null) }).map(({ parts, colour }) =>
    frozen({
      value: parts.includes('value') ? null : '8',
      numerator: parts.includes('numerator') ? null : '3',
      denominator: parts.includes('denominator') ? null : '40',
      colour,
    }),
  );
  fc.assert(
    fc.property(reading, before, (now, then) => {
      const kept = keptHidden(measure(now), hiddenBefore([then]));
      const [both] = kept.readings;
      expect(both?.parts).toEqual(expect.arrayContaining(now.parts));
      for (const name of ['value', 'numerator', 'denominator'] as const)
        if (then[name] === null) expect(both?.parts).toContain(name);
      expect(both?.hidesColour).toBe(now.hidesColour || then.colour === null);
      expect(keptHidden(kept, hiddenBefore([then]))).toEqual(kept);
    }),
  );
});
