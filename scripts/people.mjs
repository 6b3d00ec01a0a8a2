// npm run people -- …: looks after people, roles and posts. `npm run people -- help` says how (scripts/people.ts).
import './set-up/node-version.mjs';
import { command } from './program/run-to-end.mjs';
import { installPackages } from './set-up/install.mjs';
import { openRecord, script } from './set-up/ready-database.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const env = await openRecord(atEnd);
  await script('people', env, process.argv.slice(2));
});
