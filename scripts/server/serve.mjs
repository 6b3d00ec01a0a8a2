// Serves the built application: node scripts/server/serve.mjs PORT [FOLDER]. What `next start` does, with a front before it and an end
// that loses no request.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import next from 'next';
import { isGathered } from '../program/folders.mjs';
import { drained } from './drain.mjs';
import { actionsOf } from './form-answer.mjs';
import { front } from './front.mjs';
import { hostToServe } from './host.mjs';
import { startMetrics } from './metrics.mjs';
import { answerAtSockets } from './ready-pages/sockets.mjs';
import { familiesOf } from './route-families.mjs';
import { commonHeaders } from './security-headers.mjs';

const [port = '3000', dir = '.'] = process.argv.slice(2);
process.env.PORT = port;
// Where a form's answer is fetched from when it leads to another page: this very server, never what a request calls it.
process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`;
// An image has the settings of its build as the framework wrote them down, and not what it reads them with.
if (isGathered) {
  const { config } = JSON.parse(readFileSync(path.join(dir, '.next', 'required-server-files.json'), 'utf8'));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
// Longer than the minute of most proxies: where they let go first, no request comes on a connection that is ending.
const server = createServer({ keepAliveTimeout: 75_000 });
const ending = drained(server);
const app = next({ dir, dev: false, port: Number(port), httpServer: server });
await app.prepare();
const { AUTH_URL: origin, CANDOUR_HSTS: hsts, CANDOUR_PROXIES: proxies } = process.env;
const { isLeaving, isStopping } = ending;
const commonOf = commonHeaders({ origin: origin || null, hsts: hsts || null });
const settings = {
  origin: origin || null,
  commonOf,
  proxies: Number(proxies || 0),
  actions: actionsOf(dir),
  isLeaving,
};
server.on('request', front(app.getRequestHandler(), settings));
server.once('error', leave);
let note;
const { CANDOUR_METRICS_PORT: metricsPort, CANDOUR_METRICS_HOST: metricsHost } = process.env;
if (metricsPort) {
  const where = { port: Number(metricsPort), host: metricsHost || undefined };
  const metrics = await startMetrics({ ...where, familyOf: familiesOf(dir) });
  metrics.server.once('error', leave);
  server.prependListener('request', metrics.observe);
  note = metrics.note;
}
answerAtSockets(server, { commonOf, isStopping, note });
// Where a service manager holds the socket, its number is handed down.
const socket = process.env.CANDOUR_SOCKET;
server.listen(socket ? { fd: Number(socket) } : { port: Number(port), host: hostToServe() ?? undefined });
for (const [signal, code] of Object.entries({ SIGTERM: 143, SIGINT: 130 }))
  process.on(signal, () => void ending.stop().then(() => process.exit(code)));
process.on('message', (word) => {
  if (word === 'succeeded') void ending.stop({ succeeded: true }).then(() => process.exit(0));
});

function leave(error) {
  console.error(error.message);
  process.exit(1);
}
