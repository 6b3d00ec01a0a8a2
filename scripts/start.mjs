// npm start: does whatever set-up is still to be done, then serves on PORT (3000).
import './node-version.mjs';
import { buildApplication } from './build.mjs';
import { command } from './command.mjs';
import { installPackages } from './install.mjs';
import { freePort } from './port.mjs';
import { openRecord } from './record.mjs';
import { firstAnswer, startServer } from './server.mjs';
import { say, step } from './step.mjs';
import { printWhereToLook } from './where-to-look.mjs';

await command(async ({ atEnd, serving }) => {
  const port = await freePort();
  await installPackages();
  const env = await openRecord(atEnd);
  await buildApplication(env);
  let server;
  const status = await step('Starting the server', () => {
    server = startServer('start', port, env);
    atEnd(server.stop);
    return firstAnswer(port, server);
  });
  if (status) {
    serving();
    if (status >= 500) say(`The server runs, but its first page answers ${status}: see what it says above.`);
    printWhereToLook(port, { demo: !process.env.DATABASE_URL });
  }
  const { why } = await server.ended;
  throw new Error(`The server has stopped by itself (${why}).`);
});
