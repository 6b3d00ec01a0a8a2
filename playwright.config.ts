import { rmSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { browserOptions, findBrowser } from './scripts/set-up/browser.mjs';
import { temporaryFolder } from './scripts/set-up/temporary.mjs';

const port = Number(process.env.TEST_PORT || 3417);
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE || '.candour/test-reports/browser.json';
const browser = findBrowser();
if (!browser) throw new Error('There is no browser for the tests. `npm test` fetches one, or set CHROMIUM_PATH.');

// The workers read this file too: only the first reader makes the folder, and removes it when all is over.
if (!process.env.CANDOUR_BROWSER_DATA) {
  const folder = temporaryFolder('browser');
  process.env.CANDOUR_BROWSER_DATA = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/server/demonstration-cluster.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  // More than two cores carry: some tests wait for a moment to come. Six are no faster than four.
  workers: 4,
  fullyParallel: true,
  // A limit for what hangs, not for what is slow: a busy machine takes thrice as long.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    launchOptions: { executablePath: browser, args: browserOptions },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Recording what every test does costs a fifth of the time: CANDOUR_TRACE=1 asks for it.
    trace: process.env.CANDOUR_TRACE ? 'retain-on-failure' : 'off',
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${port}`,
    // Never the database of DATABASE_URL: these tests change what they find.
    env: {
      PORT: String(port),
      CANDOUR_DATA: process.env.CANDOUR_BROWSER_DATA,
      CANDOUR_TODAY: '2018-08-17',
      CANDOUR_DEMO: 'founding',
      DATABASE_URL: '',
      CANDOUR_LEAVE_WITH_PARENT: '1',
      CANDOUR_SPECIMEN: '1',
      // What is read here is the pages, however long a busy machine takes; trouble has servers of its own.
      CANDOUR_PATIENCE: '60',
    },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    reuseExistingServer: false,
    timeout: 300_000,
    stdout: 'pipe',
  },
});
