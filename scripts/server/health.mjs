/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const alive = `${JSON.stringify({ alive: true })}\n`;
const leaving = `${JSON.stringify({ ready: false, leaving: true })}\n`;

/**
 * Answers /healthz: this process takes requests. Nothing is asked of the database, so that a watcher does not kill a server whose
 * database is away; /readyz says whether it can serve.
 * @param {Request} request
 * @param {Response} response
 */
export function answerHealth(request, response) {
  return answerAt(/^\/healthz(\?|$)/, request, response, 200, alive);
}

/**
 * Answers /readyz of a server that is leaving, so that whoever spreads requests sends it no more of them.
 * @param {Request} request
 * @param {Response} response
 */
export function answerLeaving(request, response) {
  return answerAt(/^\/readyz(\?|$)/, request, response, 503, leaving);
}

function answerAt(place, { method, url = '' }, response, status, body) {
  if ((method !== 'GET' && method !== 'HEAD') || !place.test(url)) return false;
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': 'private, no-store',
  });
  response.end(method === 'GET' ? body : undefined);
  return true;
}
