import { settings } from '@/app/_server/server-settings';
import { cookie } from '@/app/_server/session-cookies';
import { keepTyping } from '@/db/commands/reading/kept-typing';
import { database } from '@/db/connection/pool';
import { personOfEndedSession, typingOf } from '@/db/queries/sign-in/sessions';
import { withQuery } from '@/lib/text/page-address';
import { signedIn } from './session';

/** What the person who is signed in was typing when their session ended; null when there is nothing of theirs. */
export async function keptTyping(id: unknown): Promise<Record<string, string> | null> {
  const who = await signedIn();
  if (!who || typeof id !== 'string') return null;
  return typingOf(database(), { id, personId: who.id });
}

/** How many bytes of typing are kept of one form. */
export const mostKept = 150_000;

/**
 * Keeps what was typed in a form whose session has ended, for the person whose session it was, and answers the page's
 * address with the key to it. Nothing is kept of a person who never was signed in here.
 */
export async function addressWithTyping(address: string, fields: Record<string, string>): Promise<string> {
  const personId = await personOfEndedSession(database(), await cookie('session'), settings().idleHours);
  if (personId === null || Buffer.byteLength(JSON.stringify(fields)) > mostKept) return address;
  return withQuery(address, 'kept', await keepTyping(database(), { personId, address, fields }));
}
