'use server';

import { z } from 'zod';
import { browser, cookie, markBrowser, setSession } from '@/app/_server/session-cookies';
import { action, visitorAction } from '@/app/_staff/action';
import { leave } from '@/app/_staff/next-auth';
import { changePassword } from '@/db/commands/sign-in/passwords';
import { signOutEverywhere as endEverywhere, endOwnSessions } from '@/db/commands/sign-in/sessions';
import { database } from '@/db/connection/pool';
import { passwordFields } from '@/lib/people/password-fields';

const nothing = z.strictObject({});

export const signOut = visitorAction(nothing, async () => {
  await leave();
  return '/sign-in';
});

export const signOutEverywhere = action(nothing, async ({ who }) => {
  await endEverywhere(database(), who);
  await setSession(null);
  return '/sign-in';
});

const OneSession = z.strictObject({ session: z.string().regex(/^\d{1,9}$/) });

export const endOne = action(OneSession, async (_, { session }) => {
  await endOwnSessions(database(), { token: await cookie('session'), which: Number(session) });
  return '/account?ended=one';
});

export const endOthers = action(nothing, async () => {
  await endOwnSessions(database(), { token: await cookie('session'), which: null });
  return '/account?ended=others';
});

const password = (missing: string) => z.string().min(1, missing).max(1_000, 'That is too long for a password.');

const Passwords = z.strictObject({
  [passwordFields.present]: password('Enter your present password.'),
  [passwordFields.wanted]: password('Enter a new password.'),
});

export const setPassword = action(Passwords, async ({ who }, typed) => {
  const begun = await changePassword(database(), {
    personId: who,
    present: typed[passwordFields.present],
    wanted: typed[passwordFields.wanted],
    browser: await browser(),
  });
  await setSession(begun.token);
  await markBrowser(begun.device);
  return { done: 'Your password is changed, and you are signed out everywhere else.' };
});
