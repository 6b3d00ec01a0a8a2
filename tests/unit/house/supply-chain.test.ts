import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Entry = { version?: string; resolved?: string; hasInstallScript?: boolean };
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

const versionOf = (name: string) => lock.packages[`node_modules/${name}`]?.version ?? '0.0.0';
const atLeast = (version: string, floor: string) => version.localeCompare(floor, 'en', { numeric: true }) >= 0;

describe('what the lock file brings', () => {
  test.each([
    ['next', '16.2.11', 'later fixes of CVE-2025-55182, CVE-2026-64641 and CVE-2026-64649 are in it'],
    ['react', '19.2.4', 'CVE-2025-55182, 55183, 55184 and 67779 are mended in it'],
    ['react-dom', '19.2.4', 'it goes with react'],
  ])('%s is at least %s: %s', (name, floor) => expect(atLeast(versionOf(name), floor)).toBe(true));

  test.each(['xlsx', 'exceljs', 'react-server-dom-webpack', 'react-server-dom-turbopack'])(
    '%s is not in it',
    (name) => {
      expect(Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`))).toEqual([]);
    },
  );

  test('one React serves the whole application', () => {
    const copies = Object.keys(lock.packages).filter((path) => /node_modules\/react(-dom)?$/.test(path));
    expect(copies.sort()).toEqual(['node_modules/react', 'node_modules/react-dom']);
  });

  test('it names no registry, so that every mirror serves', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([]);
  });

  test('what we ask for ourselves is pinned exactly', () => {
    const pinned = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(pinned.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
