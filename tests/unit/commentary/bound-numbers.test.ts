import { expect, test } from 'vitest';
import { afterChange, boundNumbers } from '@/lib/commentary/numbers/bound-numbers';
import { readingText } from '../../support/commentary/reading-text';

const comments =
  'In real terms 216 of 267 children (81%) were placed with us. That is 2 percentage points above last year’s 79%. The target is 80%.';
const before = readingText({ comments });
const bound = boundNumbers(before);

test('each number that equals a known figure is bound to it', () => {
  expect(bound.map(({ number, keys }) => [number.quote, ...keys])).toEqual([
    ['216', 'own/numerator'],
    ['267', 'own/denominator'],
    ['81', 'own/value'],
    ['2', 'own/value', 'comparator/2017/18/value'],
    ['79', 'comparator/2017/18/value'],
    ['80', 'target/green'],
  ]);
  for (const { number } of bound) expect(comments.slice(number.at, number.at + number.quote.length)).toBe(number.quote);
});

test('when 216 of 267 becomes 210 of 268, two sentences are wrong, and each is offered mended', () => {
  const after = { ...before, figures: { value: null, numerator: '210', denominator: '268', missing: null } };
  expect(afterChange(bound, after).map(({ quote, instead }) => [quote, instead])).toEqual([
    [
      'In real terms 216 of 267 children (81%) were placed with us',
      'In real terms 210 of 268 children (78%) were placed with us',
    ],
    ['That is 2 percentage points above last year’s 79%', 'That is 1 percentage point above last year’s 79%'],
  ]);
});

test('nothing is wrong while the figures stand, or once the words were written anew', () => {
  expect(afterChange(bound, before)).toEqual([]);
  const figures = { value: null, numerator: '210', denominator: '268', missing: null };
  expect(afterChange(bound, { ...before, figures, comments: 'It is 78%, 210 of 268.' })).toEqual([]);
});

test('the binding survives being stored as JSON', () => {
  expect(JSON.parse(JSON.stringify(bound))).toEqual(bound);
});
