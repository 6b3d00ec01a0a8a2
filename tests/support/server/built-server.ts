import { rmSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { drizzle } from 'drizzle-orm/postgres-js';
import * as schema from '../../../db/schema';
import { browserOptions, findBrowser } from '../../../scripts/set-up/browser.mjs';
import { buildApplication } from '../../../scripts/set-up/build.mjs';
import { temporaryFolder } from '../../../scripts/set-up/temporary.mjs';
import makeDemonstration from './demonstration-cluster';
import { ownServer, stopIdle } from './own-server';

/** The built application on a demonstration of its own, for what vitest runs; `db` is the record's owner, past the application. */
export async function builtServer(wishes?: Parameters<typeof ownServer>[0]) {
  await buildApplication(process.env);
  if (!process.env.CANDOUR_BROWSER_DATA) {
    const folder = temporaryFolder('browser');
    process.env.CANDOUR_BROWSER_DATA = folder;
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    await makeDemonstration();
  }
  const server = await ownServer(wishes);
  const stop = server.stop.bind(server);
  return Object.assign(server, {
    db: drizzle(server.sql, { schema, casing: 'snake_case' }),
    async stop() {
      await stop();
      await stopIdle();
    },
  });
}

/** A browser of its own; a machine without one fails the test. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no browser for the tests: set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: browserOptions });
}
