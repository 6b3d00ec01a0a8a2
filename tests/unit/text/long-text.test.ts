import { expect, test } from 'vitest';
import { asGiven } from '@/lib/figure/figure';
import { takesWording } from '@/lib/reading/taken-wording';
import { withoutEnd } from '@/lib/text/sentence-end';

// Work that grew with the square of a text would not end within a test's time.
const long = 400_000;

test('the end of a sentence is taken off, and nothing before it', () => {
  expect(withoutEnd('As agreed... ')).toBe('As agreed');
  expect(withoutEnd('1.5 of 2.')).toBe('1.5 of 2');
  expect(withoutEnd(' . . ')).toBe('');
});

test('a text of dots and blanks that ends in a letter is read once', () => {
  const text = `${'. '.repeat(long)}x`;
  expect(withoutEnd(text)).toBe(text);
});

test('digits without number are grouped as few are', () => {
  expect(asGiven('1234567.25')).toBe('1,234,567.25');
  expect(asGiven('-1000')).toBe('−1,000');
  expect(asGiven('0.5')).toBe('0.5');
  expect(asGiven(`1${'0'.repeat(3_000)}`)).toMatch(/^1(?:,000){1000}$/);
});

test('stops without a blank after them end no sentence, however many there are', () => {
  const stops = { before: '', after: `${'.'.repeat(long)}a` };
  expect(takesWording('It rained all day.', stops)).toBe(false);
  expect(takesWording('It rained.', { before: '', after: 'A dry day.\nIt rained...\nIt was cold.' })).toBe(true);
});
