import { expect, test } from 'vitest';
import { asLivedOn } from '@/lib/time/instant';

test('a moment is told at its time of day, as many days from the lived day as from the clock’s', () => {
  const lived = '2018-08-17';
  const clock = '2026-11-29T01:30:00Z';
  expect(asLivedOn(lived, '2026-11-29T01:06:00Z', clock)).toBe('2018-08-17T00:06:00Z');
  expect(asLivedOn(lived, '2026-11-28T23:50:00Z', clock)).toBe('2018-08-16T22:50:00Z');
  expect(asLivedOn(lived, '2026-12-02T01:29:00Z', clock)).toBe('2018-08-20T00:29:00Z');
});
