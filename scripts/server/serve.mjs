// Serves the built application: node scripts/server/serve.mjs PORT [FOLDER]. What `next start` does, with a front before it and an end
// that loses no request.
import { createServer } from 'node:http';
import next from 'next';
import { drained } from './drain.mjs';
import { actionsOf } from './form-answer.mjs';
import { front } from './front.mjs';
import { hostToServe } from './host.mjs';

const [port = '3000', dir = '.'] = process.argv.slice(2);
process.env.PORT = port;
// Where a form's answer is fetched from when it leads to another page: this very server, never what a request calls it.
process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`;
const server = createServer();
const ending = drained(server);
const app = next({ dir, dev: false, port: Number(port), httpServer: server });
await app.prepare();
const { AUTH_URL: origin, CANDOUR_HSTS: hsts } = process.env;
const settings = { origin: origin || null, hsts: hsts || null, actions: actionsOf(dir) };
server.on('request', front(app.getRequestHandler(), settings));
server.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
// Where a service manager holds the socket, its number is handed down.
const socket = process.env.CANDOUR_SOCKET;
server.listen(socket ? { fd: Number(socket) } : { port: Number(port), host: hostToServe() ?? undefined });
for (const [signal, code] of Object.entries({ SIGTERM: 143, SIGINT: 130 }))
  process.on(signal, () => void ending.stop().then(() => process.exit(code)));
process.on('message', (word) => {
  if (word === 'succeeded') void ending.stop({ succeeded: true }).then(() => process.exit(0));
});
