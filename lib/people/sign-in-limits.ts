/**
 * How many guesses are checked in the window; every further one is answered as a wrong one, unchecked. A place is one
 * account from one address.
 */
export const guessWindow = { minutes: 15, place: 10, device: 10, account: 100, address: 100 } as const;

/** Where refused sign-ins are counted: the quarter of an hour in which a moment lies, by its first instant. */
export function windowOf(at: string): string {
  const length = guessWindow.minutes * 60_000;
  return new Date(Math.floor(Date.parse(at) / length) * length).toISOString();
}
