import type { Browser } from '@/db/commands/sign-in/sessions';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import type { Database } from '@/db/connection/client';
import { events, guesses, refusedSignIns } from '@/db/schema';

/** A browser at an address, which brings nothing along but perhaps the mark by which it is known. */
export const place = (address: string | null, device: string | null = null): Browser => ({
  session: null,
  device,
  address,
});

/** Another address for each number. */
export const spread = (n: number) => `203.${Math.floor(n / 62_500)}.${Math.floor(n / 250) % 250}.${n % 250}`;

/** Tries a password; answers why it was refused, or the session that began. */
export const guesser = (db: Database) => async (email: string, password: string, browser: Browser) => {
  const ended = await signInByPassword(db, { email, password, browser });
  return 'refused' in ended ? ended.refused : ended;
};

/** Guesses by the hundred, ten at a time; answers how many were looked at. */
export async function flood(count: number, guess: (n: number) => Promise<unknown>): Promise<number> {
  let looked = 0;
  for (let n = 0; n < count; n += 10) {
    const ends = await Promise.all(Array.from({ length: Math.min(10, count - n) }, (_, k) => guess(n + k)));
    looked += ends.filter((end) => end !== 'throttled').length;
  }
  return looked;
}

/** How many rows guessing has left: of the record, of guesses and of counts. */
export const left = async (db: Database) => ({
  events: await db.$count(events),
  guesses: await db.$count(guesses),
  counts: await db.$count(refusedSignIns),
});

/** In how many quarters of an hour something was refused. */
export async function quarters(db: Database): Promise<number> {
  return (await db.selectDistinct({ since: refusedSignIns.since }).from(refusedSignIns)).length;
}
