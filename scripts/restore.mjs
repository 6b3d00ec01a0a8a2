// npm run restore -- FILE: reads a backup into an empty database, that of DATABASE_URL or our own in a new CANDOUR_DATA; all or nothing.
import './node-version.mjs';
import { command } from './command.mjs';
import { installPackages } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { script } from './record.mjs';
import { dataFolder } from './repository.mjs';
import { say, step } from './step.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const words = ['restore', ...process.argv.slice(2)];
  if (process.env.DATABASE_URL) return script('backup', process.env, words);
  const starting = startPostgres({ dataFolder, say });
  atEnd(async () => (await starting.catch(() => null))?.stop());
  const server = await step('Starting PostgreSQL', () => starting);
  await script('backup', { ...process.env, ...server.env }, words);
});
