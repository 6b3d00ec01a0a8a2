import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Which status the application wishes for the answer to a form: it sets it where the framework would always say 200. */
const wishes = new AsyncLocalStorage();
globalThis[Symbol.for('candour.wished-status')] = wishes;

/** Whether a request is a form that was sent, by a page's script or without one. */
export const isForm = ({ method, headers }) =>
  method === 'POST' && (isFetched(headers) || /^multipart\/form-data/i.test(headers['content-type'] ?? ''));

/** Whether a form's action was called by a page's script. */
export const isFetched = (headers) => headers['next-action'] !== undefined;

/** Has a form answered, with the status that the application wishes. A script reads its answer, not its status: for it that stays. */
export function withStatus(request, response, handle) {
  const wish = { status: null };
  if (!isFetched(request.headers)) {
    const { writeHead } = response;
    response.writeHead = (status, ...more) =>
      writeHead.call(response, status === 200 && wish.status ? wish.status : status, ...more);
  }
  return wishes.run(wish, () => handle(request, response));
}

/** The names by which a build knows what its forms do, from what the framework writes down of it. */
export function actionsOf(build) {
  const manifest = path.join(build, '.next', 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(manifest, 'utf8'));
  return new Set(Object.keys(node));
}

/** Where a form of another build is to go with all that it holds; null for one of this build, and for what names no action. */
export function outOfDate(request, body, actions) {
  const { headers, url } = request;
  // What is typed is kept while it is typed, whichever version's page it is.
  if (/^\/readings\/[^?]+\/typing$/.test(url)) return null;
  const named = isFetched(headers) ? [headers['next-action']] : actionsIn(body.toString('latin1'));
  if (!actions || named.length === 0 || named.some((name) => actions.has(name))) return null;
  // What a script sent is led on by a header, where a person without one gets a page.
  if (isFetched(headers)) headers['x-candour-script'] = '1';
  delete headers['next-action'];
  return Object.assign(request, { url: `/trouble/out-of-date?at=${encodeURIComponent(url)}` });
}

/**
 * Whether a body is the form that it says it is, and what the framework wrote into it is whole: it would answer the rest with a
 * fault. What a script sends in its own way is not looked at.
 */
export async function isWhole({ headers }, body) {
  const type = headers['content-type'] ?? '';
  if (isFetched(headers) || !/^multipart\/form-data/i.test(type)) return true;
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) if (/^\$ACTION_\d+:\d+$/.test(name)) JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

/** What a form that is sent without a script names as its action: by a field's name, or in the field of what is bound to it. */
function actionsIn(text) {
  const direct = text.matchAll(/name="\$ACTION_ID_([0-9a-f]+)"/g);
  const bound = text.matchAll(/name="\$ACTION_\d+:0"\r\n(?:[^\r\n]+\r\n)*\r\n\{"id":"([0-9a-f]+)"/g);
  return [...direct, ...bound].map(([, name]) => name);
}
