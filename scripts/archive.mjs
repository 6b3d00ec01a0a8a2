// npm run archive -- FILE          writes the whole council to a file in an open format (docs/archive-format.md).
// npm run archive -- --open FILE   opens one in an empty installation: that of DATABASE_URL, or our own in a new CANDOUR_DATA.
import './set-up/node-version.mjs';
import { startPostgres } from './postgres/server.mjs';
import { dataFolder } from './program/folders.mjs';
import { command } from './program/run-to-end.mjs';
import { say, step } from './program/step.mjs';
import { rolesOf } from './server/serving-role.mjs';
import { installPackages } from './set-up/install.mjs';
import { openRecord, script } from './set-up/ready-database.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const words = process.argv.slice(2);
  if (!words.includes('--open')) return script('archive/archive', await openRecord(atEnd, { asOwner: true }), words);
  if (process.env.DATABASE_URL) return script('archive/archive', (await rolesOf(process.env)).owner, words);
  const starting = startPostgres({ dataFolder, say });
  atEnd(async () => (await starting.catch(() => null))?.stop());
  const server = await step('Starting PostgreSQL', () => starting);
  await script('archive/archive', { ...process.env, ...server.env }, words);
});
