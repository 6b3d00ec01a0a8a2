// npm run bench: the weight of the public pages, and their speed beside a bare route handler and Node's own server.
// npm run bench -- --quick   takes short rounds, for a first look.
// npm run bench -- --long    loads the scorecard over 64 connections for ten minutes as well.
import './set-up/node-version.mjs';
import { command } from './program/run-to-end.mjs';

const words = process.argv.slice(2);
/** `--long` for ten minutes, `--long=3` for three. */
const long = words.map((word) => /^--long(?:=(\d{1,3}))?$/.exec(word)).find(Boolean);
const unknown = words.filter((word) => word !== '--quick' && word !== long?.[0]);

// A record of its own, always the demo council's on the demo's day: what is set for another one does not count here.
process.env.CANDOUR_DATA = `${process.env.CANDOUR_DATA || '.candour'}/bench`;
process.env.CANDOUR_DEMO = 'founding';
for (const name of ['DATABASE_URL', 'CANDOUR_TODAY', 'NODE_OPTIONS', 'LOG_LEVEL']) delete process.env[name];

await command(async ({ atEnd }) => {
  if (unknown.length > 0) throw new Error(`There is no option “${unknown[0]}”; there are --quick and --long=MINUTES.`);
  const { installPackages } = await import('./set-up/install.mjs');
  await installPackages();
  const { bench } = await import('../tests/bench/bench.mjs');
  return bench(atEnd, { quick: words.includes('--quick'), long: long ? Number(long[1] ?? 10) : 0 });
});
