// npm test: does all set-up, then runs every suite, and goes on after a failing one so that all are seen.
// npm test -- unit db   runs only those: lock, types, lint, exports, unit, db, browser; `check` is the first five, as npm run check.
import './set-up/node-version.mjs';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from './program/folders.mjs';
import { run } from './program/program.mjs';
import { command } from './program/run-to-end.mjs';
import { seconds } from './program/step.mjs';
import { ensureBrowser } from './set-up/browser.mjs';
import { buildApplication, makeAssets, next } from './set-up/build.mjs';
import { installPackages } from './set-up/install.mjs';
import { sweepTemporary } from './set-up/temporary.mjs';
import { countCheck, countPlaywright, countUnable, countVitest } from './set-up/test-count.mjs';

const reports = inRepository('.candour', 'test-reports');
const bin = (...names) => inRepository('node_modules', ...names);
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
// A debugger's or a caller's mode is not ours: each suite sets its own.
delete env.NODE_ENV;

const suites = {
  lock: ['Lock file', () => check([inRepository('scripts', 'set-up', 'complete-lock.mjs'), '--check'])],
  types: [
    'Type check',
    async () => {
      // next.config.js reads the style sheet, so that it has to be there even for this.
      await makeAssets(env);
      const generated = await check([next, 'typegen']);
      return generated.failed ? generated : check([bin('typescript', 'bin', 'tsc'), '--noEmit']);
    },
  ],
  lint: ['Lint', () => check([bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'])],
  exports: ['Dead exports', () => check([bin('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints'])],
  unit: ['Unit tests', () => vitest('unit')],
  db: ['Database tests', () => vitest('db')],
  browser: ['Browser tests', playwright],
};

/** What needs neither a database nor a browser: for a developer after each change. */
const quick = ['lock', 'types', 'lint', 'exports', 'unit'];
/** What is done side by side, one stage after the other: tests beside tests would only wait for each other. */
const stages = [['lock', 'types', 'lint', 'exports'], ['unit'], ['db'], ['browser']];

let forBrowser;

await command(async () => {
  const named = process.argv.slice(2).flatMap((name) => (name === 'check' ? quick : [name]));
  const wanted = named.length > 0 ? named : Object.keys(suites);
  const unknown = wanted.find((name) => !Object.hasOwn(suites, name));
  if (unknown) throw new Error(`There is no suite “${unknown}”; there are ${Object.keys(suites).join(', ')}.`);
  await installPackages();
  mkdirSync(reports, { recursive: true });
  const results = [];
  for (const stage of stages) {
    const names = stage.filter((name) => wanted.includes(name));
    if (names.length === 0) continue;
    console.log(`\n── ${names.map((name) => suites[name][0]).join(', ')} ──`);
    // The tests of the database wait for it now and then; what fails here fails again where it is waited for.
    if (names.includes('db') && wanted.includes('browser')) readyForBrowser().catch(() => {});
    results.push(...(await Promise.all(names.map(resultOf))));
  }
  return summary(results);
});

/** Runs a suite and counts; what could not be run at all counts as failed. */
async function resultOf(name) {
  const [title, suite] = suites[name];
  const begin = Date.now();
  const count = await suite().catch((error) => countUnable(error.message));
  return { title, ...count, time: seconds(begin) };
}

function summary(results) {
  console.log('\n── Summary ──');
  for (const { title, passed, failed, reasons, time } of results) {
    console.log(`${failed ? '✗' : '✓'} ${title.padEnd(16)} ${passed} passed, ${failed} failed  (${time})`);
    for (const reason of reasons) console.log(`    ${reason.trim().split('\n').join('\n    ')}`);
  }
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}

async function check(options) {
  const { code, output } = await run(process.execPath, options, { env });
  // In one piece, as another check may print at the same time.
  if (code !== 0) console.log(output.trim());
  return countCheck(code);
}

async function vitest(project) {
  const report = fresh(project);
  const { code } = await run(
    process.execPath,
    [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env, live: true },
  );
  return countVitest(read(report), code);
}

/** A browser, and the application built for it; both are made once. */
function readyForBrowser() {
  forBrowser ??= ensureBrowser().then(async (browser) => {
    await buildApplication(env);
    return browser;
  });
  return forBrowser;
}

async function playwright() {
  const browser = await readyForBrowser();
  await sweepTemporary('browser');
  const report = fresh('browser');
  const { code } = await run(process.execPath, [bin('@playwright', 'test', 'cli.js'), 'test'], {
    env: { ...env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    live: true,
  });
  return countPlaywright(read(report), code);
}

/** Where a suite leaves its report; the last run's is gone, so that it can never be taken for this one's. */
function fresh(name) {
  const file = path.join(reports, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
