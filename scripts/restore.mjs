// npm run restore -- FILE: reads a backup into an empty database, that of DATABASE_URL or our own in a new CANDOUR_DATA; all or nothing.
import './set-up/node-version.mjs';
import { startPostgres } from './postgres/server.mjs';
import { dataFolder } from './program/folders.mjs';
import { command } from './program/run-to-end.mjs';
import { say, step } from './program/step.mjs';
import { installPackages } from './set-up/install.mjs';
import { script } from './set-up/ready-database.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const words = ['restore', ...process.argv.slice(2)];
  if (process.env.DATABASE_URL) return script('backup', process.env, words);
  const starting = startPostgres({ dataFolder, say });
  atEnd(async () => (await starting.catch(() => null))?.stop());
  const server = await step('Starting PostgreSQL', () => starting);
  await script('backup', { ...process.env, ...server.env }, words);
});
