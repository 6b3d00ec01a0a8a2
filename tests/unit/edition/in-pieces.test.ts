import { expect, test } from 'vitest';
import { inPieces } from '@/lib/collection/in-pieces';

test('between two measures of many whoever waits for the processor has a turn, and the answers keep their order', async () => {
  const order: string[] = [];
  setImmediate(() => {
    order.push('a reader');
    setImmediate(() => order.push('another reader'));
  });
  const answers = await inPieces([1, 2, 3], (measure) => {
    order.push(`measure ${measure}`);
    return measure * 2;
  });
  expect(order).toEqual(['measure 1', 'a reader', 'measure 2', 'another reader', 'measure 3']);
  expect(answers).toEqual([2, 4, 6]);
});
