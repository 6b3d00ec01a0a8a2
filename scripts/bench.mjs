// npm run bench: the weight of the public pages, and their speed beside a bare route handler and Node's own server.
// npm run bench -- --quick   takes short rounds, for a first look.
import './set-up/node-version.mjs';
import { command } from './program/command.mjs';

const unknown = process.argv.slice(2).filter((option) => option !== '--quick');

// A record of its own, always the demo council's on the demo's day: what is set for another one does not count here.
process.env.CANDOUR_DATA = `${process.env.CANDOUR_DATA || '.candour'}/bench`;
process.env.CANDOUR_DEMO = 'founding';
for (const name of ['DATABASE_URL', 'CANDOUR_TODAY', 'NODE_OPTIONS', 'LOG_LEVEL']) delete process.env[name];

await command(async ({ atEnd }) => {
  if (unknown.length > 0) throw new Error(`There is no option “${unknown[0]}”; there is --quick.`);
  const { installPackages } = await import('./set-up/install.mjs');
  await installPackages();
  const { bench } = await import('../tests/bench/bench.mjs');
  return bench(atEnd, { quick: process.argv.includes('--quick') });
});
