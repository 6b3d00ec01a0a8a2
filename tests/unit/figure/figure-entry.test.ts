import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown } from '@/lib/figure/figure';
import { parseFigure, parsePart } from '@/lib/figure/figure-entry';
import { round } from '@/lib/figure/rounding';
import { type MeasureFacts, unitNames } from '@/lib/measure/measure';
import { processorTime } from '../../support/processor-time';
import { facts } from '../../support/reference/measure-facts';

const number = facts({ unit: 'number', countsPeople: false });
const percent = facts();
const pounds = facts({ unit: 'pounds', countsPeople: false });

describe('a figure as it is typed', () => {
  test.each([
    ['1,234.5', number, '1234.5'],
    ['1 234.5', number, '1234.5'],
    ['1\u00a0234', number, '1234'],
    [' 83 ', number, '83'],
    ['87.5%', percent, '87.5'],
    ['87.5 %', percent, '87.5'],
    ['£1,200', pounds, '1200'],
    ['−£1,200.50', pounds, '-1200.5'],
    ['- 2.5', number, '-2.5'],
    ['.5', number, '0.5'],
    ['0', percent, '0'],
    ['-0', number, '0'],
    ['007', number, '7'],
    ['100', percent, '100'],
    ['–2.5', number, '-2.5'],
    ['‒2.5', number, '-2.5'],
    ['+5', number, '5'],
    ['+£5', pounds, '5'],
    ['5 days', facts({ unit: 'days' }), '5'],
    ['1 day', facts({ unit: 'days' }), '1'],
    ['81 per cent', percent, '81'],
    ['1.2K', facts({ unit: 'pounds_thousand' }), '1.2'],
    ['7', facts({ unit: 'number', scale: null }), '7'],
    ['123456789012345', number, '123456789012345'],
  ])('“%s” is read', (typed, measure, value) => expect(parseFigure(typed, measure)).toEqual({ value }));

  test.each<[string, MeasureFacts, string]>([
    [
      '9,3',
      number,
      '“9,3” has a comma where a decimal point may be meant: a comma is not a decimal point, so write “9.3”.',
    ],
    ['14,3%', percent, 'a comma is not a decimal point'],
    ['0,123', number, 'a comma is not a decimal point'],
    ['12,34,5', number, '“12,34,5” has a comma in the wrong place'],
    ['1.234,5', number, 'is not a decimal point'],
    ['eighty', number, '“eighty” is in words: write the figure in digits.'],
    ['NaN', number, '“NaN” is not a number.'],
    ['-Infinity', number, '“-Infinity” is not a number.'],
    ['∞', number, 'is not a number'],
    ['1O5', number, '“1O5” has a letter O where a zero should be.'],
    ['18/1g', number, 'has letters among its digits'],
    ['12 days', number, '“12 days” is in days, but this measure is a plain number.'],
    ['5 weeks', facts({ unit: 'days' }), '“5 weeks” is in weeks, but this measure is in days.'],
    ['1.2K', number, '“1.2K” is short for a larger number: write it in full, 1,200.'],
    ['3m', pounds, 'write it in full, 3,000,000.'],
    ['2.5', facts({ unit: 'number', scale: null }), '“2.5” has a part of a person: people are counted whole.'],
    ['<5', number, '“<5” hides a small number'],
    ['1.2.3', number, '“1.2.3” has more than one decimal point.'],
    ['1e5', number, '“1e5” is in scientific notation: write the figure out in full.'],
    ['1E-5', number, 'scientific notation'],
    ['12 34', number, '“12 34” has a space in the middle of the figure.'],
    ['5.', number, '“5.” ends with a point'],
    ['5/6', number, 'has a sign that does not belong in a figure'],
    ['--5', number, 'has a sign that does not belong in a figure'],
    ['', number, 'Type a figure, or choose a reason why there is none.'],
    ['   ', number, 'Type a figure'],
    ...['-', '–', '*', 'n/a', 'N/A', 'TBC', '..', '[c]'].map((typed): [string, MeasureFacts, string] => [
      typed,
      number,
      'says that there is no figure',
    ]),
    ['%', percent, 'has no digits'],
    ['101%', percent, '“101%” is outside 0% to 100%, and this measure cannot be.'],
    ['-1', percent, 'is outside 0% to 100%'],
    ['50%', number, '“50%” is a percentage, but this measure is not.'],
    ['£50', number, '“£50” is in pounds, but this measure is not.'],
    ['1234567890123456', number, 'is too long: a figure may have at most 15 digits'],
    ['0.1234567890123456', number, 'is too long'],
    ['9'.repeat(100_000), number, 'is too long for a figure'],
    ['-3', facts({ unit: 'number' }), 'a count of people cannot be'],
  ])('“%.20s” is refused', (typed, measure, problem) =>
    expect(parseFigure(typed, measure)).toMatchObject({ problem: expect.stringContaining(problem) }),
  );

  test('an invisible character is named with its place, and taken out to be confirmed', () => {
    expect(parseFigure('81\u200b', percent)).toEqual({
      problem:
        'There was an invisible character after 81, from another program perhaps. It is taken out: check the figure, and send it again.',
      instead: '81',
    });
    expect(parseFigure('\ufeff81\u00ad%', percent)).toMatchObject({
      instead: '81%',
      problem: expect.stringContaining('before 81'),
    });
    expect(parseFigure('81', percent)).toEqual({ value: '81' });
  });

  test('a measure may allow 101%', () =>
    expect(parseFigure('101%', facts({ outsideHundred: true }))).toEqual({ value: '101' }));

  test('a part is a plain count: 27,023 is one, −1 and 50% are not', () => {
    expect(parsePart('27,023', facts())).toEqual({ value: '27023' });
    expect(parsePart('9.3', facts({ scale: 1 }))).toEqual({ value: '9.3' });
    expect(parsePart('2.5', facts())).toEqual({ problem: '“2.5” has a part of a person: people are counted whole.' });
    expect(parsePart('2.5', facts({ countsPeople: false }))).toEqual({ value: '2.5' });
    expect(parsePart('−1', facts())).toEqual({ problem: '“−1” is below 0, and a count cannot be.' });
    expect(parsePart('50%', facts())).toHaveProperty('problem');
  });

  test('whatever is shown can be typed back: parse(shown(x)) = x', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(...unitNames),
        (n, decimals, unit) => {
          const measure = facts({ unit, decimals, outsideHundred: true, countsPeople: false });
          const value = (BigInt(n) < 0n ? '-' : '') + asDecimal(BigInt(Math.abs(n)), decimals);
          const parsed = parseFigure(shown(value, measure), measure);
          expect('value' in parsed && round(parsed.value, decimals)).toBe(round(value, decimals));
        },
      ),
    ));

  test('never throws, and a refusal is one sentence, on any text', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'0123456789.,-−+ £%eEoOkNaIn∞\u0000') }),
        ),
        fc.constantFrom(number, percent, pounds, facts({ unit: 'pounds_thousand' })),
        (typed, measure) => {
          const parsed = parseFigure(typed, measure);
          if ('value' in parsed) expect(parsed.value).toMatch(/^-?\d+(\.\d+)?$/);
          else expect(parsed.problem).toMatch(/\.$/);
        },
      ),
      { numRuns: 2000 },
    ));

  test('a million odd characters are refused at once', () => {
    const took = processorTime(() => {
      for (const odd of ['1,', '1 ', '.', 'e', '-', ' ', '1.1,']) parseFigure(odd.repeat(300_000), number);
    });
    expect(took).toBeLessThan(2_000);
  });
});

const asDecimal = (n: bigint, decimals: number): string => {
  const digits = String(n).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};
