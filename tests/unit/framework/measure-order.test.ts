import { expect, test } from 'vitest';
import { orderEffect, ReorderMeasures } from '@/lib/framework/measure-order';

const form = { service: 'buses', was: '{}', intent: 'effect' };
const problems = (fields: object) =>
  ReorderMeasures.safeParse({ ...form, ...fields }).error?.issues.map(({ path, message }) => [path[0], message]);
const measures = [
  { code: 'bus-01', title: 'Buses on time', number: 1 },
  { code: 'bus-02', title: 'Seats', number: 2 },
  { code: 'bus-03', title: 'Fares', number: 4 },
];

test('each number stands at its measure', () => {
  const { numbers, service } = ReorderMeasures.parse({ ...form, 'number-bus-01': ' 2 ', 'number-bus-02': '1' });
  expect([service, [...numbers]]).toEqual([
    'buses',
    [
      ['bus-01', 2],
      ['bus-02', 1],
    ],
  ]);
});

test('a number twice, and what is no number, is told at its field', () => {
  expect(problems({ 'number-bus-01': '3', 'number-bus-02': '3' })).toEqual([
    ['number-bus-02', 'Two measures have the number 3: give each one of its own.'],
  ]);
  for (const wrong of ['', '0', '-1', '1.5', '10000', 'first'])
    expect(problems({ 'number-bus-01': wrong })).toEqual([['number-bus-01', 'Give a whole number from 1 to 9999.']]);
});

test('the effect is the list in its new order, with what moves', () => {
  const numbers = new Map([
    ['bus-01', 2],
    ['bus-02', 1],
    ['bus-03', 4],
  ]);
  expect(orderEffect(measures, numbers, 5)).toEqual({
    sentences: [
      'The next edition has its measures in this order. Edition 5 and those before it keep their order. The pages of the measures stay where they are.',
    ],
    order: ['1. Seats (now 2)', '2. Buses on time (now 1)', '4. Fares'],
  });
});
