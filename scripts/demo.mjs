// npm run demo: brings the database up to date and puts the demo council into it. Our own database has it already;
// one of DATABASE_URL gets it only by this command, and only when no other services are there (scripts/demo.ts says so).
import './set-up/node-version.mjs';
import { command } from './program/run-to-end.mjs';
import { step } from './program/step.mjs';
import { installPackages } from './set-up/install.mjs';
import { openRecord, script } from './set-up/ready-database.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  const env = await openRecord(atEnd, { asOwner: true });
  if (process.env.DATABASE_URL) await step('Seeding the demo council', () => script('demo', env));
});
