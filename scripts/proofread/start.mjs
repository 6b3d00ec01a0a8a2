// npm run proofread -- FILE: reads the words of a report against its figures, without a database. `npm run proofread -- help` says how.
import '../set-up/node-version.mjs';
import { compiled } from '../program/compiled.mjs';
import { run } from '../program/program.mjs';
import { command } from '../program/run-to-end.mjs';
import { installPackages } from '../set-up/install.mjs';

await command(async () => {
  await installPackages();
  const options = [...compiled('scripts/proofread/proofread.ts'), ...process.argv.slice(2)];
  const { code } = await run(process.execPath, options, { live: true });
  return code;
});
