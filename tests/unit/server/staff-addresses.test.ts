import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isStaffAddress, staffFolders, staffPatterns } from '@/app/_staff/staff-addresses';
import { config } from '../../../proxy';

/** The addresses of the pages and routes in a folder of the application, with a word for each part that varies. */
const addressesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)(page|route)\.tsx?$/.test(name))
    .map(
      (name) =>
        `/${path.posix
          .dirname(name)
          .replace(/^\.$/, '')
          .replaceAll(/\[[^\]]+\]/g, 'some-word')}`,
    );

type Patterns = { pathToRegexp: (pattern: string) => RegExp };
const { pathToRegexp }: Patterns = createRequire(import.meta.url)('next/dist/compiled/path-to-regexp');
/** By the very patterns that the framework makes of them; its own helper for tests changes the console of all tests after. */
const reachesProxy = (address: string) => config.matcher.some((pattern) => pathToRegexp(pattern).test(address));

test('the framework is told the same addresses that the proxy answers by', () => {
  expect(config.matcher).toEqual(['/(.*%.*)', ...staffPatterns]);
});

test('every page and form behind the sign-in gets its policy from the proxy', () => {
  const addresses = addressesIn('app/(staff)');
  expect(addresses.length).toBeGreaterThan(15);
  expect(addresses.filter((address) => !isStaffAddress(address))).toEqual([]);
  expect(addresses.filter((address) => !reachesProxy(address))).toEqual([]);
});

test('no public address goes by way of the proxy', () => {
  const addresses = addressesIn('app/(public)');
  expect(addresses.length).toBeGreaterThan(15);
  expect(addresses.filter((address) => isStaffAddress(address) || reachesProxy(address))).toEqual([]);
});

test('no address is listed whose pages are gone', () => {
  const folders = readdirSync('app/(staff)');
  expect(staffFolders.filter((folder) => !folders.includes(folder))).toEqual([]);
});
