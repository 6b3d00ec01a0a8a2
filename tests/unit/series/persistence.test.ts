import { expect, test } from 'vitest';
import { stillRed } from '@/lib/series/still-red';
import type { Colour } from '@/lib/target/target';

const start = (n: number) => `2018-${String(12 - n).padStart(2, '0')}-01`;

/** Readings newest first, a letter each: r, a, g for colours, – for no figure, i for an invented Red. */
const series = (letters: string, completed: Record<number, string[]> = {}) =>
  [...letters].map((letter, n) => ({
    start: start(n),
    value: letter === '–' ? null : '1',
    colour: ({ r: 'red', i: 'red', a: 'amber', g: 'green' }[letter] ?? null) as Colour | null,
    illustrative: letter === 'i',
    completed: (completed[n] ?? []).map((text) => ({ start: start(n + 1), text })),
  }));

test('three actions completed and Red five times running', () => {
  const done = { 0: ['Hire two officers'], 2: ['Move the team', 'Write the guide'] };
  expect(stillRed(series('rrrrrg', done))).toBe('3 actions completed, still Red after 5 periods.');
});

test('one action; none; an action completed before it turned Red does not count', () => {
  expect(stillRed(series('rrg', { 1: ['A'] }))).toBe('1 action completed, still Red after 2 periods.');
  expect(stillRed(series('rrg'))).toBe('No action completed yet, still Red after 2 periods.');
  expect(stillRed(series('rrg', { 2: ['A'] }))).toBe('No action completed yet, still Red after 2 periods.');
});

test('the same action told twice counts once', () => {
  const twice = series('rrr', { 0: ['A'], 1: ['A'] }).map((reading) => ({
    ...reading,
    completed: reading.completed.map((action) => ({ ...action, start: '2018-01-01' })),
  }));
  expect(stillRed(twice)).toBe('1 action completed, still Red after 3 periods.');
});

test('nothing where it is not Red, Red for the first time, or Red only in invented figures', () => {
  for (const letters of ['', 'g', 'grr', 'r', 'rg', 'rii', 'ii', '–'])
    expect(stillRed(series(letters)), letters).toBeNull();
});

test('a period without a figure neither counts nor ends the run', () => {
  expect(stillRed(series('r–rg'))).toBe('No action completed yet, still Red after 2 periods.');
});
