import { expect, test } from 'vitest';
import { Mistyped } from '@/lib/form/form-state';
import { ticksOf } from '@/lib/reading/review-ticks';

test.each([[undefined], [[]]])('a form that was sent with nothing ticked says what to do: %j', (ticked) => {
  const refused = (() => {
    try {
      return ticksOf(ticked);
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(Mistyped);
  expect((refused as Mistyped).problems).toEqual([
    { field: 'approve', sentence: 'Tick the readings that you want to approve.' },
  ]);
});

test('each tick names a reading in the version that was listed', () => {
  expect(ticksOf(['7:3', '12:1'])).toEqual([
    { tick: '7:3', readingId: 7, version: 3 },
    { tick: '12:1', readingId: 12, version: 1 },
  ]);
});
