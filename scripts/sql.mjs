// npm run sql -- "select …"   asks the database that npm start serves, in a transaction that can only read.
// npm run sql                 reads questions line by line from the terminal, or from a file that is piped in.
import './set-up/node-version.mjs';
import { compiled } from './program/compiled.mjs';
import { run } from './program/program.mjs';
import { command } from './program/run-to-end.mjs';
import { installPackages } from './set-up/install.mjs';
import { openRecord } from './set-up/ready-database.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const env = await openRecord(atEnd, { asOwner: true });
  const options = [...compiled('scripts/sql.ts'), ...process.argv.slice(2)];
  const { code } = await run(process.execPath, options, { env, live: true, input: true });
  return code;
});
