import { guessWindow } from './sign-in-limits';

/** A counter of guesses, with how many it admits in the window. */
export type Bucket = { key: string; limit: number };

/** What may identify where a guess comes from; hashes, not the things themselves, apart from the network address. */
export type Place = { account: string; known: boolean; device: string | null; address: string | null };

/** The count that all guesses at an account share. */
export const accountKey = (account: string): string => `account ${account}`;

/** The count that an account has for each address; ended by the address, or by nothing where that is not known. */
export const placeKey = (account: string, address: string | null): string =>
  `${accountKey(account)} from ${address ?? ''}`;

/**
 * Which counters a guess counts in. A browser in which this person has signed in before has one of its own, so that a
 * stranger's guesses never shut the right person out. From anywhere else it counts for the account at this address, for the
 * account and for the address. Accounts that nobody has share sixteen, so that made-up ones leave no end of rows.
 */
export function bucketsOf({ account, known, device, address }: Place): Bucket[] {
  if (device) return [{ key: `device ${device} ${account}`, limit: guessWindow.device }];
  return [
    { key: placeKey(account, address), limit: guessWindow.place },
    { key: known ? accountKey(account) : `unknown ${account.slice(0, 1)}`, limit: guessWindow.account },
    ...(address ? [{ key: `address ${address}`, limit: guessWindow.address }] : []),
  ];
}

/** The beginning or the end that every count of an account has in its key, but that of its address. */
export const keyPartsOf = (account: string) => ({
  all: accountKey(account),
  places: `${accountKey(account)} from `,
  device: { start: 'device ', end: ` ${account}` },
});

/** A count of guesses by its key, with when the last one came (an ISO instant). */
export type GuessCount = { key: string; tries: number; at: string };

/** The counts by which sign-in to an account is closed at this moment, from somewhere at least; null while none is full. */
export function lockOf(account: string, counts: GuessCount[]): { tries: number; at: string } | null {
  const { all, places, device } = keyPartsOf(account);
  const full = counts.filter(({ key, tries }) => {
    if (key === all) return tries >= guessWindow.account;
    if (key.startsWith(places)) return tries >= guessWindow.place;
    return key.startsWith(device.start) && key.endsWith(device.end) && tries >= guessWindow.device;
  });
  const [first] = full.toSorted((a, b) => b.tries - a.tries);
  const [last] = full.map(({ at }) => at).toSorted((a, b) => b.localeCompare(a));
  return first && last ? { tries: first.tries, at: last } : null;
}
