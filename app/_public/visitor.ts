import { createElement } from 'react';
import { settings } from '@/app/_server/server-settings';
import { cookieName } from '@/app/_server/session-cookies';
import { PersonBar } from '@/components/frame/person-bar';
import { publicDatabase } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { personOfSession } from '@/db/queries/sign-in/sessions';

/** Where the bar stands in a public page: before its main part, which begins with these bytes. */
const main = '<main id="main"';

/**
 * A public page with the bar of the signed-in person, or null for everybody else. A request without the
 * session's cookie asks nothing of the record; one with a cookie that opens nothing gets what everybody gets.
 */
export async function withBar(request: Request, html: Buffer): Promise<Buffer | null> {
  const token = tokenIn(request.headers.get('cookie'));
  const who = token && (await personOfSession(publicDatabase(), token, settings().idleHours).catch(nobodyWhenAway));
  if (!who) return null;
  const place = html.indexOf(main);
  if (place < 0) return null;
  const { renderToStaticMarkup } = await import('react-dom/server');
  const bar = renderToStaticMarkup(createElement(PersonBar, { name: who.name }));
  return Buffer.concat([html.subarray(0, place), Buffer.from(bar, 'utf8'), html.subarray(place)]);
}

/** Nobody, while the record cannot say who: the page itself is there, and is the public's anyway. */
function nobodyWhenAway(error: unknown): null {
  if (unreachable(error)) return null;
  throw error;
}

/** The session's token in a header of cookies; null without one. */
function tokenIn(cookies: string | null): string | null {
  const name = `${cookieName('session')}=`;
  const cookie = cookies?.split(';').find((part) => part.trim().startsWith(name));
  return cookie ? cookie.trim().slice(name.length) : null;
}
