// npm start: does whatever set-up is still to be done, then serves on PORT (3000).
import './set-up/node-version.mjs';
import { command } from './program/run-to-end.mjs';
import { say, step } from './program/step.mjs';
import { firstAnswer, startServer } from './server/launch.mjs';
import { freePort } from './server/port.mjs';
import { printWhereToLook } from './server/where-to-look.mjs';
import { buildApplication } from './set-up/build.mjs';
import { installPackages } from './set-up/install.mjs';
import { printSetUpAddress } from './set-up/offer-set-up.mjs';
import { openRecord, wantsDemonstration } from './set-up/ready-database.mjs';

await command(async ({ atEnd, serving }) => {
  const port = await freePort();
  await installPackages();
  const env = await openRecord(atEnd);
  await buildApplication(env);
  let server;
  let serves = false;
  // Before there is anything to take over from, the signal must not end what is being set up.
  process.on('SIGUSR2', () => serves && void renew(server));
  const status = await step('Starting the server', () => {
    server = startServer('start', port, env);
    atEnd(server.stop);
    return firstAnswer(port, server);
  });
  if (status) {
    serving();
    serves = true;
    if (status >= 500) say(`The server runs, but its first page answers ${status}: see what it says above.`);
    printWhereToLook(port, { demo: wantsDemonstration() });
    await printSetUpAddress({ ...env, PORT: String(port) });
  }
  const { why } = await server.ended;
  throw new Error(`The server has stopped by itself (${why}).`);
});

/** Another process takes over from the one that serves, with no request lost between them. */
async function renew(server) {
  say('Another process takes over.');
  say(
    (await server.renew())
      ? 'It serves; the one before answers what it was asked.'
      : 'It did not start; the one before goes on.',
  );
}
