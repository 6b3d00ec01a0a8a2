import { guessWindow } from './sign-in-limits';

/** The one answer to every sign-in that is refused, whatever the cause. */
export const refusedSignIn =
  'That e-mail address and password do not match, or too many wrong passwords were tried. ' +
  `Check both, or wait ${guessWindow.minutes} minutes and try again.`;

/** The sentence about sign-ins in a person's name that were refused since their last one; null for none. */
export function refusedMeanwhile(count: number): string | null {
  if (count < 1) return null;
  const many = count === 1 ? '1 sign-in with your address was' : `${count} sign-ins with your address were`;
  return `Since you last signed in, ${many} refused. If that was not you, somebody may be guessing your password.`;
}

/** At the address of an invitation that was used or has run out, under the heading “This invitation is over”. */
export const invitationOverAtItsAddress =
  'It has been used, or has run out. If you have used it, sign in; otherwise ask your administrator for a new one.';

/** To whoever takes up an invitation that was used or has run out meanwhile. */
export const invitationOverWhenTakenUp =
  'This invitation has been used, or has run out. Please ask your administrator for a new one.';

/** On the way back from single sign-on, where the account may be tied to another person instead. */
const invitationOverAfterSingleSignOn =
  'Your invitation has been used or has run out, or this account belongs to somebody else here. Ask your administrator.';

/** What went wrong on the way back from single sign-on, or null. */
export function troubleSigningIn(code: unknown): string | null {
  if (code === 'unknown')
    return 'Your account of single sign-on is not known here yet. Ask your administrator for an invitation.';
  if (code === 'invitation') return invitationOverAfterSingleSignOn;
  return code
    ? 'Single sign-on did not work this time. Please try again; if it fails again, ask your administrator.'
    : null;
}
