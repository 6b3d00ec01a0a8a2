import { expect, test } from 'vitest';
import { figureIn, figureOf } from '@/lib/bring-in/understanding/cell/figure-cell';
import { targetOf } from '@/lib/bring-in/understanding/cell/target-cell';
import { day, percent } from '../../../support/sheets/hand-made-workbook';

test.each([
  ['55', '55'],
  ['1,234', '1234'],
  ['1,234.5', '1234.5'],
  ['87%', '87%'],
  ['87.5 %', '87.5%'],
  ['81 per cent', '81%'],
  ['£1,200', '1200'],
  ['£1.2m', '1200000'],
  ['1.2 million', '1200000'],
  ['£120k', '120000'],
  ['(123)', '-123'],
  ['−5', '-5'],
  ['-£3', '-3'],
  ['5 days', '5'],
  ['55 (p)', '55 (p)'],
  ['55 [p]', '55 (p)'],
  ['55p', '55 p'],
  ['55*', '55 *'],
  ['81% (r)', '81% (r)'],
])('“%s” is the figure and the mark %s', (text, figure) => {
  const read = figureOf(text, 'point');
  expect('figure' in read ? [read.figure, read.mark].filter((part) => part !== null).join(' ') : read).toBe(figure);
});

test.each(['n/k', '-', '..', 'c', 'TBC', 'n/a', '[x]', '*'])('“%s” is a word without a figure', (text) => {
  expect(figureOf(text, 'point')).toEqual({ word: text });
});

test.each(['<5', '< 5', 'less than 5', '1-5', 'under 10'])('“%s” is a small count that nobody guesses', (text) => {
  expect(figureOf(text, 'point')).toEqual({ small: text });
});

test.each([
  ['5O9', '“5O9” has the letter O in it.', '509'],
  ['O', '“O” has the letter O in it.', '0'],
  ['1l2', '“1l2” has the letter l in it.', '112'],
])('“%s” can be mended', (text, sentence, proposed) => {
  expect(figureOf(text, 'point')).toEqual({ malformed: text, sentence, proposed });
});

test('12,5 is a figure where a comma stands before decimals, and none elsewhere', () => {
  expect(figureOf('12,5', 'comma')).toMatchObject({ figure: '12.5', decimals: 1 });
  expect(figureOf('1.234,5', 'comma')).toMatchObject({ figure: '1234.5' });
  expect(figureOf('12,5', 'point')).toMatchObject({
    malformed: '12,5',
    sentence: expect.stringContaining('has a comma where a decimal point may be meant'),
  });
});

test('0.875 that its file shows as 87.5% is 87.5 percent, with one decimal', () => {
  expect(figureIn(percent('0.875', '87.5%'), 'point')).toEqual({
    figure: '87.5%',
    decimals: 1,
    unit: 'percent',
    mark: null,
  });
});

test('a third that its file shows as 33.3 keeps its digits, and is shown with one decimal', () => {
  const third = { kind: 'number', value: '33.3333333333333', text: '33.3' } as const;
  expect(figureIn(third, 'point')).toMatchObject({ figure: '33.3333333333333', decimals: 1 });
});

test('a day in the place of a figure is none', () => {
  expect(figureIn(day('2018-02-01', '1-2'), 'point')).toEqual({
    malformed: '1-2',
    sentence: '“1-2” is a day, not a figure.',
    proposed: '',
  });
});

test.each([
  ['≥ 80%', 'at_least 80% '],
  ['>=80', 'at_least 80 '],
  ['at least 80', 'at_least 80 '],
  ['80+', 'at_least 80 '],
  ['80% or more', 'at_least 80% '],
  ['≤12', 'at_most 12 '],
  ['no more than 12', 'at_most 12 '],
  ['max 12', 'at_most 12 '],
  ['12 or below', 'at_most 12 '],
  ['between 80 and 90', 'between 80 90'],
  ['80-90%', 'between 80% 90%'],
  ['80 to 90', 'between 80 90'],
  ['95', 'null 95 '],
])('the target “%s” is %s', (text, meaning) => {
  const read = targetOf(text, 'point');
  expect(read && 'from' in read ? `${read.shape} ${read.from} ${read.to}` : read).toBe(meaning);
});

test('“<12” leaves open whether 12 meets it, and a word is no target', () => {
  expect(targetOf('<12', 'point')).toMatchObject({ malformed: '<12', proposed: '<=12' });
  expect(targetOf('tbc', 'point')).toEqual({ none: 'tbc' });
});
