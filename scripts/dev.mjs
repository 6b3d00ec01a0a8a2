// npm run dev: the same set-up, then Next's development server; the assets are made again when a style sheet changes.
import './set-up/node-version.mjs';
import { existsSync, watch } from 'node:fs';
import { inRepository } from './program/folders.mjs';
import { command } from './program/run-to-end.mjs';
import { say, step } from './program/step.mjs';
import { startServer } from './server/launch.mjs';
import { freePort } from './server/port.mjs';
import { makeAssets } from './set-up/build.mjs';
import { installPackages } from './set-up/install.mjs';
import { printSetUpAddress } from './set-up/offer-set-up.mjs';
import { openRecord } from './set-up/ready-database.mjs';

await command(async ({ atEnd, serving }) => {
  const port = await freePort();
  await installPackages();
  const env = await openRecord(atEnd);
  await step('Making the assets', () => makeAssets(env));
  atEnd(remakeAssets(env));
  const server = startServer('dev', port, env);
  atEnd(server.stop);
  serving();
  await printSetUpAddress({ ...env, PORT: String(port) });
  const { why } = await server.ended;
  throw new Error(`The server has stopped by itself (${why}).`);
});

/** Makes the assets again a moment after a style sheet was saved; answers how to stop. */
function remakeAssets(env) {
  let soon;
  let turn = Promise.resolve();
  const remake = () => {
    turn = turn
      .then(() => makeAssets(env))
      .then(
        () => say('The assets are made again.'),
        (error) => console.error(error.message),
      );
  };
  const watchers = ['app', 'components', 'styles']
    .map((name) => inRepository(name))
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, { recursive: true }, (_, name) => {
        if (!name?.endsWith('.css')) return;
        clearTimeout(soon);
        soon = setTimeout(remake, 100);
      }),
    );
  return () => {
    clearTimeout(soon);
    for (const watcher of watchers) watcher.close();
  };
}
