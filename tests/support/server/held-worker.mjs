// Holds the socket of a server as `npm start` does, and has another process take over when told to:
// node tests/support/server/held-worker.mjs PROGRAM PORT.
import { holdServer } from '../../../scripts/server/socket-holder.mjs';

const server = holdServer(process.argv.slice(2), { env: process.env, cwd: process.cwd() });
process.on('message', async () => process.send?.({ renewed: await server.renew() }));
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
