'use server';

import { z } from 'zod';
import { forgetInvitation } from '@/app/_server/session-cookies';
import { visitorAction } from '@/app/_staff/action';
import { enter, startSingleSignOn } from '@/app/_staff/next-auth';
import { signedIn } from '@/app/_staff/session';
import { database } from '@/db/connection/pool';
import { awaitsFirstSteps } from '@/db/queries/work/first-steps';
import { Refused } from '@/lib/form/refused';
import { refusedSignIn } from '@/lib/people/sign-in-words';
import { homeOf } from '@/lib/people/staff-links';
import { addressAfterSignIn } from '@/lib/text/page-address';

const then = z.string().optional();

/** Where a person goes after signing in: the address that they wanted, or the beginning of their own work. */
async function addressFor(then: string | undefined): Promise<string> {
  const who = then ? null : await signedIn();
  return who ? homeOf(who, await awaitsFirstSteps(database(), who)) : addressAfterSignIn(then);
}

const Password = z.strictObject({
  email: z.string().trim().min(1, 'Enter your e-mail address.').max(1_000, refusedSignIn),
  password: z.string().min(1, 'Enter your password.').max(1_000, refusedSignIn),
  then,
});

export const signIn = visitorAction(Password, async ({ email, password, then }) => {
  if (!(await enter('password', { email, password }))) throw new Refused(refusedSignIn);
  return addressFor(then);
});

export const signInAs = visitorAction(z.strictObject({ who: z.string(), then }), async ({ who, then }) => {
  if (!(await enter('demonstration', { who }))) throw new Refused('There is nobody to sign in as here.');
  return addressFor(then);
});

export const signInOnce = visitorAction(z.strictObject({ then }), async ({ then }) => {
  await forgetInvitation();
  return { leaveFor: await startSingleSignOn(then ? addressAfterSignIn(then) : '/sign-in') };
});
