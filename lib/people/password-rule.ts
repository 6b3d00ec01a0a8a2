/** How many characters a new password has at least, and at most. Source: OWASP ASVS 5.0, 6.2. */
export const passwordLength = { least: 12, most: 256 } as const;

/**
 * Why a new password cannot be taken, or null. Length is what counts, and no kind of character is required. It may not be
 * the e-mail address, the person's or the council's name, or one character over and over; a common one is found by lib/people/common-password.ts. Source: OWASP ASVS 5.0, 6.2.
 */
export function passwordProblem(
  password: string,
  person: { email: string; name: string; council: string },
): string | null {
  const length = [...password].length;
  const { least, most } = passwordLength;
  if (length < least) return `Choose a password of at least ${least} characters; this one has ${length}.`;
  if (length > most) return `Choose a password of at most ${most} characters; this one has ${length}.`;
  if (new Set(password).size < 3) return 'Choose a password that is not the same characters over and over.';
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
  const plainPassword = plain(password);
  if (plainPassword === plain(person.email)) return 'Choose a password that is not your e-mail address.';
  if (plainPassword === plain(person.name)) return 'Choose a password that is not your name.';
  if (plainPassword === plain(person.council)) return 'Choose a password that is not the name of the council.';
  return null;
}
