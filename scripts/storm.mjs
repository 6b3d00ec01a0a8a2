// npm run test:storm: the tests of reliability at their full size, of which npm test runs most small. It takes some hours; a file's
// name behind -- runs that one; `-- browser` runs the browser tests at theirs, or those whose names follow. How hard it blows: CANDOUR_STORM_ROUNDS (200), CANDOUR_STORM_CROWD (32), CANDOUR_STORM_WALKS (10000),
// CANDOUR_STORM_CLICKS (300), CANDOUR_STORM_REVOKED (20 of each right) and CANDOUR_STORM_MINUTES (30). It needs sqlmap (Debian has
// it) and recheck, whose folder CANDOUR_RECHECK names (npm install --prefix FOLDER recheck@4.5.0): without them it fails and says so.
// The chain of events: CANDOUR_STORM_WRITERS (32) of CANDOUR_STORM_EVENTS (5000), CANDOUR_STORM_ALTERATIONS (200). The faked clock
// needs faketime (Debian has it): CANDOUR_STORM_PAIRS of zones (9) on CANDOUR_STORM_DAYS (2026-10-25,…; six days). Files for
// spreadsheets are opened in LibreOffice (Debian: libreoffice-calc-nogui and libreoffice-writer-nogui).
import './set-up/node-version.mjs';
import { inRepository } from './program/folders.mjs';
import { run } from './program/program.mjs';
import { command } from './program/run-to-end.mjs';
import { ensureBrowser } from './set-up/browser.mjs';
import { buildApplication } from './set-up/build.mjs';
import { installPackages } from './set-up/install.mjs';

const force = {
  CANDOUR_SEED: 'any',
  CANDOUR_STORM_ROUNDS: '200',
  CANDOUR_STORM_CROWD: '32',
  CANDOUR_STORM_WALKS: '10000',
};

await command(async () => {
  await installPackages();
  const env = { ...force, ...process.env, CHROMIUM_PATH: await ensureBrowser() };
  delete env.NODE_ENV;
  const [suite, ...names] = process.argv.slice(2);
  const isBrowser = suite === 'browser';
  if (isBrowser) await buildApplication(env);
  const program = isBrowser
    ? [inRepository('node_modules', '@playwright', 'test', 'cli.js'), 'test', ...names]
    : [inRepository('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'storm', ...process.argv.slice(2)];
  const { code } = await run(process.execPath, program, { env, live: true });
  return code;
});
