import { expect, test } from 'vitest';
import { headingChanges } from '@/lib/edition/difference/heading-difference';

const heading = { name: 'Highways', notice: 'Invented.', comparisonYear: '2017/18' };

test('a heading that stays says nothing', () => {
  expect(headingChanges(heading, { ...heading })).toEqual([]);
});

test('each thing above the rows that changed is a sentence with both sides', () => {
  expect(
    headingChanges(heading, { name: 'Roads', notice: 'All of it is invented.', comparisonYear: '2018/19' }),
  ).toEqual([
    'The service is called Roads; was Highways.',
    'The notice now reads “All of it is invented.”; was “Invented.”',
    'Last year’s figures are of 2018/19; were of 2017/18.',
  ]);
});

test('a notice that came or went is told as that', () => {
  expect(headingChanges({ ...heading, notice: null }, heading)).toEqual([
    'A notice stands above the scorecard: “Invented.”',
  ]);
  expect(headingChanges(heading, { ...heading, notice: null })).toEqual([
    'The notice above the scorecard is gone; was “Invented.”',
  ]);
});
