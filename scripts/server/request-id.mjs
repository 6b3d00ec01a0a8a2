import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** Letters and digits that nobody takes for one another when an id is read out. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** An id as a proxy may send it. */
const wellFormed = /^[\w@-]{8,40}$/;
/** What shared caches may keep: the next reader's request is another one. */
const cacheable = /\bpublic\b|s-maxage/;

/** Which request is being answered, and for whom: app/_server/request-id.ts and waits/asker.ts read it. */
const requests = new AsyncLocalStorage();
globalThis[Symbol.for('candour.request')] = requests;

/** A new id, such as k7p2m-9mxq4. */
export function newRequestId() {
  const letters = [...randomBytes(10)].map((byte) => alphabet[byte % 32]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/**
 * Gives a request its id, for the application, its log, and every answer that shared caches may not keep. With `proxies`, the
 * number of proxies of our own, one that they send is kept; anybody else's is not.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function nameRequest(request, response, proxies = 0) {
  const sent = proxies > 0 ? request.headers['x-request-id'] : undefined;
  const id = typeof sent === 'string' && wellFormed.test(sent) ? sent : newRequestId();
  request.headers['x-request-id'] = id;
  const { writeHead } = response;
  response.writeHead = (status, ...more) => {
    const [given] = more.filter((each) => typeof each === 'object');
    const caching = given?.['Cache-Control'] ?? response.getHeader('Cache-Control') ?? '';
    if (!cacheable.test(`${caching}`)) response.setHeader('X-Request-Id', id);
    return writeHead.call(response, status, ...more);
  };
}

/**
 * The application, told which request it answers wherever it asks, and whether its asker has gone. A form's asker never has: what a
 * form changes is changed, whether or not anybody waits for the answer; nor has one who was asked to come again, to what is made meanwhile.
 */
export const withRequestId = (handle) => (request, response) => {
  const isQuestion = request.method === 'GET' || request.method === 'HEAD';
  const hasGone = () => isQuestion && response.destroyed && !response.writableFinished;
  return requests.run({ id: request.headers['x-request-id'], hasGone }, () => handle(request, response));
};
