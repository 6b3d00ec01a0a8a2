import { log } from '@/app/_server/log';
import type { SingleSignOn } from '@/app/_server/server-settings';
import { browser, cookie, forgetInvitation, markBrowser } from '@/app/_server/session-cookies';
import { linkByInvitation } from '@/db/commands/sign-in/invitations';
import { signInByIdentity } from '@/db/commands/sign-in/single-sign-on';
import { database } from '@/db/connection/pool';
import { Refused } from '@/lib/form/refused';

/** Somebody who is let in, with the token of their session. */
export type Entered = { id?: string; session: string };

/** The provider of single sign-on, of whom nothing but issuer and subject is taken. */
export const byIdentity = ({ issuer, id, secret, name }: SingleSignOn) => ({
  id: 'oidc',
  type: 'oidc' as const,
  name,
  issuer,
  clientId: id,
  clientSecret: secret,
  checks: ['pkce' as const, 'state' as const, 'nonce' as const],
  profile: ({ sub }: { sub: string }) => ({ id: sub }),
});

/** Marks this browser as one in which the person has been, and answers who comes in. */
export async function admitted({ personId, token, device }: { personId: number; token: string; device: string }) {
  await markBrowser(device);
  return { id: String(personId), session: token };
}

/** Signs in the person of this identity, or ties the identity to the person of the invitation that led here. */
export async function enterByIdentity(user: Entered, issuer: unknown, subject: unknown): Promise<boolean | string> {
  if (typeof issuer !== 'string' || typeof subject !== 'string') return false;
  const invitation = await cookie('invitation');
  const identity = { issuer, subject, browser: await browser() };
  try {
    if (invitation) await forgetInvitation();
    const begun = invitation
      ? await linkByInvitation(database(), { token: invitation, ...identity })
      : await signInByIdentity(database(), identity);
    if (begun) {
      Object.assign(user, await admitted(begun));
      return true;
    }
    log.warn({ audit: 'sign_in_refused', why: 'unknown identity' }, 'a sign-in was refused');
    return '/sign-in?trouble=unknown';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    log.warn({ audit: 'sign_in_refused', why: error.message }, 'an invitation was refused');
    return '/sign-in?trouble=invitation';
  }
}
