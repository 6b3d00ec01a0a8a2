import { redirect } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db/pool';
import { personOfSession } from '@/db/queries/sessions';
import { addressAfterSignIn } from '@/lib/address';
import type { Person } from '@/lib/person';
import { cookie } from './browser';
import { moment } from './clock';
import { found } from './found';
import { inTime } from './in-time';
import { presentAddress } from './origin';

/** Whoever is signed in, as the record has them at this request; null for everybody else. */
export const signedIn = cache(async (): Promise<Person | null> => {
  const token = await cookie('session');
  return token ? inTime(personOfSession(database(), token, moment())) : null;
});

/** Whoever is signed in; everybody else is led to sign in, and from there back to here. */
export async function requirePerson(): Promise<Person> {
  const { who } = await found(signedIn().then((who) => ({ who })));
  return who ?? redirect(signInAddress(await presentAddress()));
}

/** Where to sign in, with where to go on from there. */
export function signInAddress(then: string | null): string {
  return then ? `/sign-in?then=${encodeURIComponent(addressAfterSignIn(then))}` : '/sign-in';
}
