import { describe, expect, test } from 'vitest';
import { isOneSlip } from '@/lib/commentary/prose/number-slip';

describe('one slip of the hand', () => {
  test.each([
    ['changed', '216', '276'],
    ['dropped', '216', '26'],
    ['doubled', '216', '2116'],
    ['swapped', '216', '261'],
    ['a point lost', '80.9', '809'],
    ['the first', '216', '316'],
    ['the last', '216', '217'],
  ])('%s: %s as %s', (_, figure, written) => {
    expect(isOneSlip(figure, written)).toBe(true);
    expect(isOneSlip(written, figure)).toBe(true);
  });
  test.each([
    ['the same', '216', '216'],
    ['two digits changed', '216', '375'],
    ['two digits dropped', '2,160', '21'],
    ['digits swapped that are no neighbours', '216', '612'],
  ])('not %s: %s and %s', (_, figure, written) => {
    expect(isOneSlip(figure, written)).toBe(false);
  });
});
