// npm run people -- …: looks after people, roles and posts. `npm run people -- help` says how (scripts/people.ts).
import './node-version.mjs';
import { command } from './command.mjs';
import { installPackages } from './install.mjs';
import { openRecord, script } from './record.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const env = await openRecord(atEnd);
  await script('people', env, process.argv.slice(2));
});
