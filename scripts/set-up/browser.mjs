import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRepository } from '../program/folders.mjs';
import { run } from '../program/program.mjs';
import { say, step } from '../program/step.mjs';

/** Without a screen the headless shell does the same at half the cost: it draws no windows round the pages. */
const names = ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The options of a browser on a machine without a screen, and as root. */
export const browserOptions = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Our pages ask for a browsing context of their own (COOP): else each new context began a second process for its first page.
  '--renderer-process-limit=1',
];

/** The browser for the tests: CHROMIUM_PATH, else the system's, else the one that Playwright downloaded; null when there is none. */
export function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const system = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...system, ...applications, downloaded()].find((file) => file && canRun(file)) ?? null;
}

/** Finds a browser that starts, or fetches one; throws a sentence that says what to do when there is no way. */
export async function ensureBrowser() {
  const browser = findBrowser();
  if (browser && starts(browser)) return browser;
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH is ${browser}, and no browser starts there.`);
  const ways = [download, ...(isDebian() && process.getuid?.() === 0 ? [installPackage] : [])];
  // On Debian its own package comes with the libraries that a bare machine lacks.
  if (isDebian()) ways.reverse();
  for (const way of ways) {
    await way();
    const fetched = findBrowser();
    if (fetched && starts(fetched)) return fetched;
  }
  throw new Error(
    'There is no browser for the tests. Install Chromium or Google Chrome (Debian: apt-get install chromium), ' +
      'or run npx playwright install --with-deps chromium, or set CHROMIUM_PATH.',
  );
}

async function download() {
  await step('Downloading a browser', async () => {
    const cli = inRepository('node_modules', '@playwright', 'test', 'cli.js');
    const { code } = await run(process.execPath, [cli, 'install', 'chromium'], {
      line: (words) => words.trim() && say(words),
    });
    if (code !== 0) say('That did not work.');
  });
}

async function installPackage() {
  await step('Installing Chromium from Debian', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    for (const name of ['chromium-headless-shell', 'chromium']) {
      const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', name], { env });
      if (code === 0) return;
      say(`${name}: ${output.trim().split('\n').at(-1)}`);
    }
  });
}

function downloaded() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return null;
  }
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems keep a file of that name that only says where to get the browser. */
function starts(file) {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
