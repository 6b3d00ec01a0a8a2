import { describe, expect, test } from 'vitest';
import { compute } from '@/lib/figure/computed-value';
import { round } from '@/lib/figure/rounding';
import { travel } from '@/lib/target/direction-of-travel';
import type { Target } from '@/lib/target/target';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { facts } from '../../support/reference/measure-facts';

type Row = [
  n: number,
  polarity: 'higher' | 'lower',
  decimals: number,
  previous: string,
  target: string,
  current: string,
  parts: [numerator: string, denominator: string, scale: number] | null,
  dot: 'green' | 'red',
  rag: 'green' | 'red',
];

/** Northumberland's printed table of 17 August 2018, every row with three figures; one colour of rows 17 and 19 is inferred. */
const rows: Row[] = [
  [1, 'lower', 0, '80', '76', '83', ['770', '9.3', 1], 'red', 'red'],
  [2, 'higher', 0, '81', '80', '81', ['216', '267', 100], 'green', 'green'],
  [3, 'higher', 0, '100', '100', '100', ['5', '5', 100], 'green', 'green'],
  [4, 'lower', 0, '552', '550', '506', ['11626', '23', 1], 'green', 'green'],
  [5, 'lower', 0, '216', '190', '167', ['3834', '23', 1], 'green', 'green'],
  [6, 'lower', 0, '33', '30', '33', null, 'green', 'red'],
  [7, 'higher', 0, '70', '69', '71', ['72', '101', 100], 'green', 'green'],
  [8, 'higher', 1, '98', '96', '99.7', ['361', '362', 100], 'green', 'green'],
  [9, 'lower', 1, '3.5', '2', '0.8', ['3', '389', 100], 'green', 'green'],
  [10, 'lower', 1, '16', '12', '14.3', ['76', '530', 100], 'green', 'red'],
  [11, 'higher', 0, '85', '80', '85', null, 'green', 'green'],
  [12, 'lower', 0, '55', '50', '55', null, 'green', 'red'],
  [13, 'lower', 2, '0.19', '0.2', '0.19', ['5', '27023', 1000], 'green', 'green'],
  [14, 'higher', 0, '100', '95', '100', ['26', '26', 100], 'green', 'green'],
  [16, 'higher', 0, '69', '65', '100', ['5', '5', 100], 'green', 'green'],
  [17, 'higher', 0, '95', '110', '92', ['1108', '12', 1], 'red', 'red'],
  [18, 'higher', 0, '1613', '1613', '1613', null, 'green', 'green'],
  [19, 'higher', 0, '854', '854', '854', null, 'green', 'green'],
];

const colours = ({ 1: polarity, 2: decimals, 3: previous, 4: target }: Row, value: string) => {
  const measure = facts({ unit: 'number', polarity, decimals, scale: null });
  const aim: Target = { shape: polarity === 'higher' ? 'at_least' : 'at_most', green: target, amber: null };
  return [
    travel({ value, comparator: { value: previous, label: '2017/18' }, measure }).colour,
    colourWithReason({ value, target: aim, measure }).colour,
  ];
};

describe('the founding table', () => {
  test.each(rows.map((row) => [row[0], row] as const))(
    'row %i: both printed colours come out of the printed figures',
    (_n, row) => expect(colours(row, row[5])).toEqual([row[7], row[8]]),
  );

  test.each(rows.filter((row) => row[6]).map((row) => [row[0], row] as const))(
    'row %i: and out of its numerator and denominator',
    (_n, row) => {
      const [numerator, denominator, scale] = row[6] as [string, string, number];
      expect(colours(row, compute(numerator, denominator, scale) as string)).toEqual([row[7], row[8]]);
    },
  );

  test('the parts give the printed figure in every row but 4, printed one day too long: 11,626 ÷ 23 = 505', () => {
    const wrong = rows.filter(
      ([, , decimals, , , current, parts]) =>
        parts && round(compute(...parts) as string, decimals) !== round(current, decimals),
    );
    expect(wrong.map(([n]) => n)).toEqual([4]);
  });

  test('34 colours were read, and two inferred', () => expect(rows.length * 2 - 2).toBe(34));
});
