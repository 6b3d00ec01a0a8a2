import { describe, expect, test } from 'vitest';
import { bucketsOf, lockOf } from '@/lib/people/guess-buckets';
import { guessWindow } from '@/lib/people/sign-in-limits';

const account = 'a'.repeat(64);
const at = '2018-08-17T06:40:00Z';
const keysOf = (of: string, device: string | null, address: string | null = '198.51.100.1') =>
  bucketsOf({ account: of, known: true, device, address }).map(({ key }) => key);

describe('a sign-in is closed', () => {
  test('by the counts in which a guess counts, each at its own limit, and not one guess sooner', () => {
    for (const device of [null, 'd'.repeat(64)])
      for (const { key, limit } of bucketsOf({ account, known: true, device, address: '198.51.100.1' })) {
        if (key.startsWith('address ')) continue;
        expect(lockOf(account, [{ key, tries: limit, at }]), key).toEqual({ tries: limit, at });
        expect(lockOf(account, [{ key, tries: limit - 1, at }]), key).toBeNull();
      }
  });

  test('by nobody else’s counts, nor by that of an address', () => {
    const others = [...keysOf('b'.repeat(64), null), ...keysOf('b'.repeat(64), 'd'.repeat(64))];
    const counts = [...others, 'address 198.51.100.1'].map((key) => ({ key, tries: 1_000, at }));
    expect(lockOf(account, counts)).toBeNull();
    expect(lockOf(account, [])).toBeNull();
  });

  test('is told by the fullest count, and by the latest guess', () => {
    const [place = '', all = ''] = keysOf(account, null);
    const later = '2018-08-17T06:45:00Z';
    const counts = [
      { key: place, tries: guessWindow.place, at: later },
      { key: all, tries: guessWindow.account, at },
    ];
    expect(lockOf(account, counts)).toEqual({ tries: 100, at: later });
  });
});
