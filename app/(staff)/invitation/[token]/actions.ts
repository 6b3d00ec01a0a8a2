'use server';

import { z } from 'zod';
import { visitorAction } from '@/app/action';
import { startSingleSignOn } from '@/app/auth';
import { browser, carryInvitation, markBrowser, setSession } from '@/app/browser';
import { acceptInvitation } from '@/db/commands/invitations';
import { database } from '@/db/pool';
import { home } from '@/lib/address';

const token = z.string();

const Accepting = z.strictObject({
  token,
  password: z.string().min(1, 'Choose a password.').max(1_000, 'Choose a password of at most 256 characters.'),
});

export const accept = visitorAction(Accepting, async ({ token, password }) => {
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
