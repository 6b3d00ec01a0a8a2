import { cookies, headers } from 'next/headers';
import type { Browser } from '@/db/commands/sign-in/sessions';
import { browserWords } from '@/lib/people/browser-words';
import { cookieHours } from '@/lib/time/lifetimes';
import { callerAddress } from './peer-address';
import { settings } from './server-settings';

type Cookie = 'session' | 'device' | 'invitation';

/** A cookie's name: bound to this very host by its prefix wherever people come by https. */
export const cookieName = (cookie: Cookie): string => `${settings().secure ? '__Host-' : ''}candour-${cookie}`;

/** How each of our cookies is set: out of reach of scripts, and not sent along with what other sites start. */
export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: settings().secure,
});

/** The value of one of our cookies, or null. */
export async function cookie(name: Cookie): Promise<string | null> {
  return (await cookies()).get(cookieName(name))?.value ?? null;
}

/** What the browser that asks has brought along. */
export async function browser(): Promise<Browser> {
  return {
    session: await cookie('session'),
    device: await cookie('device'),
    address: callerAddress(await headers()),
    words: browserWords((await headers()).get('user-agent')),
  };
}

const year = 365 * 24 * 3_600;

/** Sets the mark by which this browser is known the next time; it opens nothing by itself. */
export async function markBrowser(device: string): Promise<void> {
  (await cookies()).set(cookieName('device'), device, { ...cookieOptions(), maxAge: year });
}

/** Sets the session's cookie; with null it is taken away. */
export async function setSession(token: string | null): Promise<void> {
  (await cookies()).set(cookieName('session'), token ?? '', {
    ...cookieOptions(),
    maxAge: token ? cookieHours * 3_600 : 0,
  });
}

const quarterHour = 900;

/** Keeps an invitation at hand while its person is away at the provider of single sign-on. */
export async function carryInvitation(token: string): Promise<void> {
  (await cookies()).set(cookieName('invitation'), token, { ...cookieOptions(), maxAge: quarterHour });
}

/** Lets go of an invitation, so that the next single sign-on is an ordinary one. */
export async function forgetInvitation(): Promise<void> {
  (await cookies()).set(cookieName('invitation'), '', { ...cookieOptions(), maxAge: 0 });
}
