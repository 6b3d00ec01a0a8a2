// npm run backup -- FILE: writes the whole record to a file, as it stands at one moment; the server may go on serving.
// npm run backup -- --drill FILE: proves a backup by restoring it into a database of its own, which is removed again.
import './set-up/node-version.mjs';
import { command } from './program/run-to-end.mjs';
import { installPackages } from './set-up/install.mjs';
import { openRecord, script } from './set-up/ready-database.mjs';

await command(async ({ atEnd }) => {
  await installPackages();
  // The serving role sees neither where the counters stand nor which migrations there were.
  const env = await openRecord(atEnd, { asOwner: true });
  const [first, ...others] = process.argv.slice(2);
  await script(
    'backup',
    env,
    first === '--drill' ? ['drill', ...others] : ['backup', first, ...others].filter(Boolean),
  );
});
