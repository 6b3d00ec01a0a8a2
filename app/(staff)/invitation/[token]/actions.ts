'use server';

import { z } from 'zod';
import { browser, carryInvitation, markBrowser, setSession } from '@/app/_server/session-cookies';
import { visitorAction } from '@/app/_staff/action';
import { allowLinkForm } from '@/app/_staff/link-allowance';
import { startSingleSignOn } from '@/app/_staff/next-auth';
import { acceptInvitation } from '@/db/commands/sign-in/invitations';
import { database } from '@/db/connection/pool';
import { passwordFields } from '@/lib/people/password-fields';
import { home } from '@/lib/text/page-address';

const token = z.string();

const Accepting = z.strictObject({
  token,
  [passwordFields.first]: z
    .string()
    .min(1, 'Choose a password.')
    .max(1_000, 'Choose a password of at most 256 characters.'),
});

export const accept = visitorAction(Accepting, async ({ token, password }) => {
  await allowLinkForm();
  const invited = { token, password, browser: await browser() };
  const begun = await acceptInvitation(database(), invited);
  await setSession(begun.token);
  await markBrowser(begun.device);
  return home;
});

export const acceptBySingleSignOn = visitorAction(z.strictObject({ token }), async ({ token }) => {
  await carryInvitation(token);
  return { leaveFor: await startSingleSignOn(home) };
});
