const body = `${JSON.stringify({ alive: true })}\n`;

/**
 * Answers /healthz: this process takes requests. Nothing is asked of the database, so that a watcher does not kill a server whose
 * database is away; /readyz says whether it can serve.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function answerHealth({ method, url = '' }, response) {
  if ((method !== 'GET' && method !== 'HEAD') || !/^\/healthz(\?|$)/.test(url)) return false;
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': 'private, no-store',
  });
  response.end(method === 'GET' ? body : undefined);
  return true;
}
