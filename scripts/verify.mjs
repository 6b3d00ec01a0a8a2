// npm run verify: checks that nothing in the record was tampered with, and names the first thing that was.
// npm run verify -- --heads          prints the head of each chain of events, to be kept somewhere else.
// npm run verify -- --against FILE   checks against heads that were kept: a chain that lost its end or was rewritten is
//                                    found; an address (https://…) does as well.
import './set-up/node-version.mjs';
import { compiled } from './program/compiled.mjs';
import { run } from './program/program.mjs';
import { command } from './program/run-to-end.mjs';
import { installPackages } from './set-up/install.mjs';
import { openRecord } from './set-up/ready-database.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const env = await openRecord(atEnd);
  const options = [...compiled('scripts/verify.ts'), ...process.argv.slice(2)];
  const { code } = await run(process.execPath, options, { env, live: true });
  return code;
});
