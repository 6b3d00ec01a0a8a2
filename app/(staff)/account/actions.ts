'use server';

import { z } from 'zod';
import { browser, cookie, markBrowser, setSession } from '@/app/_server/browser';
import { action, visitorAction } from '@/app/_staff/action';
import { leave } from '@/app/_staff/auth';
import { changePassword } from '@/db/commands/sign-in/passwords';
import { signOutEverywhere as endEverywhere, endOwnSessions } from '@/db/commands/sign-in/sessions';
import { database } from '@/db/connection/pool';

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

const One = z.strictObject({ session: z.string().regex(/^\d{1,9}$/) });

export const endOne = action(One, async (_, { session }) => {
  await endOwnSessions(database(), { token: await cookie('session'), which: Number(session) });
  return '/account?ended=one';
});

export const endOthers = action(nothing, async () => {
  await endOwnSessions(database(), { token: await cookie('session'), which: null });
  return '/account?ended=others';
});

const Passwords = z.strictObject({
  'present-password': z.string().min(1, 'Enter your present password.').max(1_000, 'That is too long for a password.'),
  'new-password': z.string().min(1, 'Enter a new password.').max(1_000, 'That is too long for a password.'),
});

export const setPassword = action(Passwords, async ({ who }, typed) => {
  const [present, wanted] = [typed['present-password'], typed['new-password']];
  const begun = await changePassword(database(), {
    ...{ personId: who, present, wanted },
    browser: await browser(),
  });
  await setSession(begun.token);
  await markBrowser(begun.device);
  return { done: 'Your password is changed, and you are signed out everywhere else.' };
});
