import { createServer } from 'node:net';
import { givenSocket, hostToServe } from './host.mjs';

/** The port to serve on: PORT, or 3000; throws a sentence when it is not a port or somebody else has it. */
export async function freePort(wanted = process.env.PORT || '3000') {
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT is “${wanted}”, and a port is a whole number from 1 to 65535.`);
  }
  if (givenSocket() !== null) return port;
  const trouble = await tryListening(port);
  if (trouble === 'EADDRINUSE') {
    throw new Error(`Port ${port} is in use. Stop what runs there, or choose another one: PORT=${port + 1} npm start`);
  }
  if (trouble === 'EACCES')
    throw new Error(`This user may not use port ${port}. Choose one above 1023: PORT=3000 npm start`);
  if (trouble === 'EADDRNOTAVAIL' || trouble === 'ENOTFOUND')
    throw new Error(
      `CANDOUR_HOST is “${hostToServe()}”, and this machine has no such address. For all it has: 0.0.0.0.`,
    );
  if (trouble) throw new Error(`Port ${port} cannot be used (${trouble}).`);
  return port;
}

function tryListening(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, hostToServe() ?? undefined, () => server.close(() => resolve(null)));
  });
}
