import { after } from 'next/server';
import NextAuth, { AuthError, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { notFound } from '@/app/_public/sentence';
import { log } from '@/app/_server/log';
import { settings } from '@/app/_server/server-settings';
import { browser, cookie, cookieName, cookieOptions } from '@/app/_server/session-cookies';
import { signInAsDemoPerson } from '@/db/commands/sign-in/demonstration';
import { endSession } from '@/db/commands/sign-in/sessions';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { database } from '@/db/connection/pool';
import { personOfSession } from '@/db/queries/sign-in/sessions';
import { ownAddress } from '@/lib/text/page-address';
import { cookieHours } from '@/lib/time/lifetimes';
import { admitted, byIdentity, type Entered, enterByIdentity } from './single-sign-on';

/**
 * All that we know of next-auth. It leads people in by password, by single sign-on and, in the demonstration, by name. The
 * sessions are ours: its "token" is the random one of a row in our table, looked up at every request.
 */

function config(): NextAuthConfig {
  const { secret, secure, singleSignOn } = settings();
  return {
    secret,
    trustHost: true,
    useSecureCookies: secure,
    providers: [byPassword, asDemoPerson, ...(singleSignOn ? [byIdentity(singleSignOn)] : [])],
    pages: { signIn: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge: cookieHours * 3_600 },
    cookies: { sessionToken: { name: cookieName('session'), options: cookieOptions() } },
    jwt: {
      encode: ({ token }) => {
        if (typeof token?.session !== 'string') throw new Error('there is no session to keep');
        return token.session;
      },
      decode: async ({ token }) => {
        const person = await personOfSession(database(), token ?? null, settings().idleHours);
        return person && token ? { sub: String(person.id), session: token } : null;
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id ?? '', session: (user as Entered).session } : token),
      signIn: ({ user, account, profile }) =>
        account?.type === 'oidc' ? enterByIdentity(user as Entered, profile?.iss, profile?.sub) : true,
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return baseUrl + ownAddress(path);
      },
    },
    logger: {
      error: (error) => {
        // Refused sign-ins have their own line already.
        const refused = error instanceof AuthError && /CredentialsSignin|AccessDenied/.test(error.type);
        if (!refused) log.warn({ error }, 'signing in did not work');
      },
      warn: (code) => log.warn({ code }, 'next-auth warns'),
      debug: () => {},
    },
  };
}

const byPassword = Credentials({
  id: 'password',
  credentials: { email: {}, password: {} },
  authorize: async ({ email, password }): Promise<Entered | null> => {
    const guess = { email: String(email), password: String(password), browser: await browser() };
    const entered = await signInByPassword(database(), guess, after);
    if (!('refused' in entered)) return admitted(entered);
    const { refused: why, personId } = entered;
    log.warn({ audit: 'sign_in_refused', why, personId }, 'a sign-in was refused');
    return null;
  },
});

const asDemoPerson = Credentials({
  id: 'demonstration',
  credentials: { who: {} },
  authorize: async ({ who }): Promise<Entered | null> => {
    // Two locks: the server was started in the demonstration's day, and the record is the demonstration's.
    if (!settings().today) return null;
    const choice = { who: String(who), browser: await browser() };
    const entered = await signInAsDemoPerson(database(), choice);
    return entered && admitted(entered);
  },
});

const auth = NextAuth(() => config());

/** Answers what the provider of single sign-on sends back; no other address of next-auth is open. */
export async function GET(request: Parameters<typeof auth.handlers.GET>[0]): Promise<Response> {
  if (settings().singleSignOn && request.nextUrl.pathname === '/api/auth/callback/oidc')
    return auth.handlers.GET(request);
  return notFound('There is no page at this address. It may have been mistyped.');
}

/** Signs in by password or as a demo person; false when it was refused, whatever the reason. */
export async function enter(by: 'password' | 'demonstration', credentials: Record<string, string>): Promise<boolean> {
  try {
    await auth.signIn(by, { ...credentials, redirect: false, redirectTo: '/work' });
    return true;
  } catch (error) {
    if (error instanceof AuthError && error.type === 'CredentialsSignin') return false;
    // The cause is what our record threw: a database that is away is not a wrong password.
    if (error instanceof AuthError && error.cause?.err) throw error.cause.err;
    throw error;
  }
}

/** The address at the provider of single sign-on to go to; comes back to `then`. */
export async function startSingleSignOn(then: string): Promise<string> {
  return auth.signIn('oidc', { redirect: false, redirectTo: then });
}

/** Ends this session in the record, so that its token is worth nothing, and takes the cookie away. */
export async function leave(): Promise<void> {
  await endSession(database(), await cookie('session'));
  await auth.signOut({ redirect: false });
}
