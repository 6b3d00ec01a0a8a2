import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { passwordProblem } from './password-rule';

/** Fewer guesses than this, as the library estimates, and a password is among those that are tried first. */
const fewGuesses = 1e8;
/** Only so many characters are checked: more of them make a password harder, and the check slower. */
const looked = 40;

let estimatorLoaded: Promise<ZxcvbnFactory> | undefined;

/** The estimator with its lists of common and leaked passwords; read when a password is first set, not at the start. */
const estimator = (): Promise<ZxcvbnFactory> => {
  estimatorLoaded ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs: graphs }]) => new ZxcvbnFactory({ dictionary, graphs }),
  );
  return estimatorLoaded;
};

/**
 * Why a password is too common to be taken, or null: it, or what it is put together from, is on the lists of leaked
 * passwords, a row of keys, a repetition, a year or the person's own words. Source: OWASP ASVS 5.0, 6.2.4.
 */
export async function commonPasswordProblem(password: string, personWords: string[]): Promise<string | null> {
  const parts = (text: string) => text.split(/[^\p{L}\p{N}]+/u);
  const words = personWords.flatMap((text) => [...parts(text), parts(text).join('')]).filter((word) => word.length > 2);
  const beginning = password.normalize('NFKC').slice(0, looked);
  const { guesses } = (await estimator()).check(beginning, words);
  if (guesses >= fewGuesses) return null;
  return 'That password, or one much like it, is known from lists that strangers try first. Choose another, such as three or four words that do not belong together.';
}

/** Why a password cannot be set by the person whose it would be, in a sentence; null when it can. */
export async function newPasswordProblem(
  password: string,
  person: { email: string; name: string; council: string },
): Promise<string | null> {
  return (
    passwordProblem(password, person) ??
    (await commonPasswordProblem(password, [person.name, person.email, person.council]))
  );
}
