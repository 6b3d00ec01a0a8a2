// npm run council -- …: looks after committees and meetings, and retires, redefines and breaks measures. `npm run council -- help` says how.
import './node-version.mjs';
import { command } from './command.mjs';
import { installPackages } from './install.mjs';
import { openRecord, script } from './record.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const env = await openRecord(atEnd);
  await script('council', env, process.argv.slice(2));
});
