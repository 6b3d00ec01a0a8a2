import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { driftOf, driftSentence } from '@/lib/time/clock-drift';

const at = (milliseconds: number) => new Date(Date.parse('2026-11-28T09:30:00Z') + milliseconds).toISOString();

describe('how far a clock is off', () => {
  test.each([
    ['agrees', 0, 10, null],
    ['is two seconds ahead', -2000, 10, null],
    ['is a millisecond more ahead', -2001, 10, 2001],
    ['is two seconds behind', 2010, 10, null],
    ['is a millisecond more behind', 2011, 10, -2001],
    ['agrees, though the answer took a minute', 30_000, 60_000, null],
    ['is an hour ahead', -3_600_000, 5, 3_600_000],
    ['is a day behind', 86_400_005, 5, -86_400_000],
  ])('a server that %s', (_, theirs, took, ahead) =>
    expect(driftOf({ before: at(0), theirs: at(theirs), after: at(took) })).toBe(ahead),
  );

  test('whatever it is and however long the answer took, one beyond two seconds is never missed, and one within never told', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.nat(5_000), fc.nat(5_000), (ahead, there, back) => {
        const found = driftOf({ before: at(ahead), theirs: at(there), after: at(ahead + there + back) });
        if (Math.abs(ahead) <= 2_000) expect(found).toBeNull();
        // A question that takes long hides no more than the time that it took.
        if (Math.abs(ahead) > 2_000 + there + back) expect(Math.sign(found ?? 0)).toBe(Math.sign(ahead));
      }),
    );
  });

  test('is said in seconds, with the side', () => {
    expect(driftSentence(3_600_000)).toMatch(/^This server’s clock is 3600\.0 seconds ahead of the database’s; /);
    expect(driftSentence(-2_600)).toMatch(
      /is 2\.6 seconds behind the database’s; nothing is released by it until they agree\.$/,
    );
  });
});
