import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { cache } from 'react';
import { inTime } from '@/app/_public/in-time';
import { now, today } from '@/app/_server/clock';
import { log } from '@/app/_server/log';
import { settings } from '@/app/_server/server-settings';
import { cookie } from '@/app/_server/session-cookies';
import { refuseCrowd, unlessJammed } from '@/app/_server/waits/bounded-waits';
import { patience } from '@/app/_server/waits/staff-waits';
import { noteUse } from '@/db/commands/sign-in/session-use';
import { doorDatabase } from '@/db/connection/pool';
import { type Signed, whoIsSignedIn } from '@/db/queries/sign-in/sessions';
import type { Person } from '@/lib/people/person';
import { addressAfterSignIn } from '@/lib/text/page-address';
import { found } from './found';
import { presentAddress } from './origin';

/**
 * The signed-in person, as the record has them at this request, and the moment and day that count for what they do: those of
 * the record's clock, not of this process's; in a demonstration those of its day. Null for everybody else.
 */
export const present = cache(async (): Promise<Pick<Signed, 'who' | 'at' | 'today'> | null> => {
  const token = await cookie('session');
  refuseCrowd();
  const { idleHours, today: demonstrated } = settings();
  const signed = token
    ? await inTime(unlessJammed(whoIsSignedIn(doorDatabase(), token, idleHours), patience.door))
    : null;
  if (!signed) return null;
  if (signed.unnoted)
    after(() => noteUse(doorDatabase(), token).catch((error: unknown) => log.warn({ error }, 'a use was not noted')));
  return demonstrated ? { ...signed, at: now(), today: today() } : signed;
});

/** The signed-in person; null for everybody else. */
export const signedIn = async (): Promise<Person | null> => (await present())?.who ?? null;

/** Today for what somebody who is signed in may do: in whose place they act depends on it. */
export const todayHere = async (): Promise<string> => (await present())?.today ?? today();

/** This moment for what somebody who is signed in may see and do. */
export const nowHere = async (): Promise<string> => (await present())?.at ?? now();

/** The signed-in person; everybody else is led to sign in, and from there back to this page. */
export async function requirePerson(): Promise<Person> {
  const { who } = await found(signedIn().then((who) => ({ who })));
  return who ?? redirect(signInAddress(await presentAddress()));
}

/** Where to sign in, with where to go on from there. */
export function signInAddress(then: string | null): string {
  return then ? `/sign-in?then=${encodeURIComponent(addressAfterSignIn(then))}` : '/sign-in';
}
