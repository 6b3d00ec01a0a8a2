// npm run council -- …: looks after committees and meetings, and retires, redefines and breaks measures. `npm run council -- help` says how.
import './set-up/node-version.mjs';
import { command } from './program/run-to-end.mjs';
import { installPackages } from './set-up/install.mjs';
import { openRecord, script } from './set-up/ready-database.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const env = await openRecord(atEnd);
  await script('council', env, process.argv.slice(2));
});
