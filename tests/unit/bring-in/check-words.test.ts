import { describe, expect, test } from 'vitest';
import { checkDone, countWords, goodWords, standingParts, startDone } from '@/lib/bring-in/check-words';
import { cameOfIt, importTitle } from '@/lib/bring-in/import-sentence';
import { importStates } from '@/lib/bring-in/import-words';
import { cellsWords, placeWords } from '@/lib/bring-in/place-words';
import type { PlanCounts } from '@/lib/bring-in/plan-row-shape';
import type { Kind } from '@/lib/bring-in/wish';

const counts = (some: Partial<PlanCounts>): PlanCounts => ({ create: 0, change: 0, same: 0, refuse: 0, ...some });
const of = (kind: Kind, some: Partial<PlanCounts>) => ({ kind, counts: counts(some) });
const sentence = (standing: Parameters<typeof standingParts>[0]) =>
  Object.values(standingParts(standing)).join(' ').trim();

describe('how a file stands, in one sentence', () => {
  test('two questions, one cell and three rows', () => {
    expect(sentence({ questions: 2, cells: 1, refused: 0, leftOut: 3 })).toBe(
      'Nothing is saved yet. Two questions for you, one cell cannot be used and three rows are left out.',
    );
  });
  test('nothing to ask, and one row refused', () => {
    expect(sentence({ questions: 0, cells: 0, refused: 1, leftOut: 0 })).toBe(
      'Nothing is saved yet. No question is open, one row is refused.',
    );
    // A row may be refused for want of an answer: while a question is open, it is refused only as things stand.
    expect(sentence({ questions: 1, cells: 0, refused: 4, leftOut: 0 })).toBe(
      'Nothing is saved yet. One question for you, four rows would be refused as it stands.',
    );
    expect(sentence({ questions: 0, cells: 0, refused: 0, leftOut: 0 })).toBe(
      'Nothing is saved yet. No question is open.',
    );
  });
});

describe('what a file would do, in counts', () => {
  test('what is new by its kind, then what is changed, here already, refused and left out', () => {
    const byKind = [of('measure', { create: 7, change: 1 }), of('reading', { create: 13, same: 1, refuse: 1 })];
    const words = countWords(
      {
        byKind,
        posts: counts({ create: 2 }),
        history: counts({ create: 12 }),
        counts: counts({ create: 22, change: 1, same: 1, refuse: 1 }),
      },
      3,
      'a draft',
    ).map(({ count, words }) => `${count} ${words}`);
    expect(words).toEqual([
      '7 measures would be new',
      '1 reading would be a draft',
      '12 would be history, for the heads of service to confirm',
      '2 owners or heads named',
      '1 would be changed',
      '1 is here already',
      '1 refused',
      '3 rows left out',
    ]);
  });
  test('a file that changes nothing says so with a nought', () => {
    expect(
      countWords(
        { byKind: [of('measure', { same: 2 })], posts: counts({}), history: counts({}), counts: counts({ same: 2 }) },
        0,
        'drafts',
      ),
    ).toEqual([
      { count: 0, words: 'would be new or changed' },
      { count: 2, words: 'are here already' },
    ]);
  });
});

test.each([
  [
    [of('service', { create: 2 }), of('measure', { create: 6, change: 1 }), of('reading', { create: 16 })],
    '7 measures',
  ],
  [[of('measure', { same: 7 }), of('reading', { create: 1, refuse: 2 })], '1 reading'],
  [[of('target', { create: 3 }), of('reading', { change: 1200 })], '3 targets and 1,200 readings'],
  [
    [of('service', { create: 1 }), of('person', { create: 2 }), of('target', { create: 3 })],
    '1 service, 2 people and more',
  ],
  [[of('measure', { same: 7, refuse: 1 })], null],
  [[], null],
])('the button names what it brings in: %#', (byKind, words) => {
  expect(goodWords({ byKind, posts: counts({}) })).toBe(words);
});

test('a file that only names owners brings those in', () => {
  const byKind = [of('measure', { same: 7 })];
  expect(goodWords({ byKind, posts: counts({ create: 3 }) })).toBe('3 owners or heads');
});

test('what came of a file is a sentence in each of its states', () => {
  const file = { counts: counts({ create: 2, same: 1, refuse: 1 }), sentence: null };
  expect(cameOfIt({ ...file, state: 'ready' })).toBe(
    'It waits for you: 2 would be new, 1 are here already and 1 are refused.',
  );
  expect(cameOfIt({ ...file, state: 'done' })).toBe('Brought in: 2 made, 1 left alone and 1 refused.');
  expect(cameOfIt({ ...file, state: 'done', counts: counts({ same: 3 }) })).toBe(
    'It changed nothing: all of it was here already.',
  );
  expect(cameOfIt({ ...file, state: 'refused', sentence: 'This is a PDF, not a workbook.' })).toBe(
    'This is a PDF, not a workbook.',
  );
  for (const state of importStates) {
    expect(cameOfIt({ state, counts: null, sentence: null })).toMatch(/\.$/);
    expect(importTitle(state)).toMatch(/^[A-Z]/);
  }
});

test('a place is named as people name it, and many cells by the first of them', () => {
  const cell = (row: number, column: string) => ({ sheet: 'Scorecard', row, column });
  expect(placeWords(cell(9, 'H'))).toBe('Scorecard, H9');
  expect(placeWords({ sheet: '', row: 4, column: '' })).toBe('row 4');
  expect(cellsWords([cell(9, 'H'), cell(10, 'H')], 'Scorecard')).toBe('H9 and H10');
  expect(
    cellsWords(
      Array.from({ length: 9 }, (_, index) => cell(index + 1, 'B')),
      'Scorecard',
    ),
  ).toBe('B1, B2, B3, B4, B5, B6 and 3 more');
  expect(cellsWords([cell(9, 'H')], 'Notes')).toBe('Scorecard, H9');
  expect(cellsWords([cell(9, 'H'), { ...cell(9, 'H'), sheet: 'May' }], 'May')).toBe('Scorecard, H9 and 1 more');
  expect(cellsWords([], 'May')).toBe('');
});

test('what was done is one of our sentences, whatever an address says', () => {
  expect(startDone('stopped')).toMatch(/stopped/);
  expect(checkDone('answered')).toMatch(/saved/);
  for (const name of ['constructor', 'x', undefined, ['stopped']])
    expect([startDone(name), checkDone(name)]).toEqual([null, null]);
});
