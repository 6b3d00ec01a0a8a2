import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { log } from '@/app/_server/log';
import { fieldsOf, typedIn } from '@/app/_staff/form-fields';
import { addressWithTyping, mostKept } from '@/app/_staff/kept-typing';
import { outOfDate } from '@/app/_staff/out-of-date';
import { signedIn } from '@/app/_staff/session';
import { keepTyping } from '@/db/commands/reading/kept-typing';
import { database } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { ownAddress, withQuery } from '@/lib/text/page-address';
import { fieldsSent } from '../fields';

export const dynamic = 'force-dynamic';

/** What a person reads whose form was made by another version than the one that serves now. */
export function GET(request: Request): Promise<Response> {
  return outOfDate(atOf(request), []);
}

/**
 * A form of another version is led here by scripts/server/front.mjs with all that it holds. What was typed is kept for the person who is
 * signed in, and the way back to the page carries the key to it.
 */
export async function POST(request: Request): Promise<Response> {
  const script = request.headers.has('x-candour-script');
  const fields = script ? withoutPlaces(await fieldsSent(request)) : await fieldsSent(request);
  const typed = typedIn(fieldsOf(formOf(fields)) ?? new Map());
  const at = await addressAnew(atOf(request), typed);
  if (!script) return outOfDate(at, Object.entries(typed));
  const address = `/trouble/out-of-date?at=${encodeURIComponent(at)}`;
  // The framework's script goes where this header says.
  const headers = {
    'x-action-redirect': `${address};push`,
    'Content-Type': 'text/plain',
    'Cache-Control': forOneReader,
  };
  return new Response('', { status: 409, headers });
}

const atOf = (request: Request): string => ownAddress(new URL(request.url).searchParams.get('at'));

async function addressAnew(address: string, fields: Record<string, string>): Promise<string> {
  if (Object.keys(fields).length === 0) return address;
  try {
    const who = await signedIn();
    if (!who) return await addressWithTyping(address, fields);
    if (Buffer.byteLength(JSON.stringify(fields)) > mostKept) return address;
    return withQuery(address, 'kept', await keepTyping(database(), { personId: who.id, address, fields }));
  } catch (error) {
    if (!unreachable(error)) throw error;
    log.warn({ error }, 'what was typed in a page that is out of date could not be kept');
    return address;
  }
}

/** The fields of a form inside what a script sends, where each has the place of its form before its name: "_1_comments". */
const withoutPlaces = (fields: [string, string][]): [string, string][] =>
  fields.flatMap(([name, value]) => (/^_?\d+_/.test(name) ? [[name.replace(/^_?\d+_/, ''), value]] : []));

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
