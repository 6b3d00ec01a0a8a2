import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingEntries, registryAddresses } from '../../../scripts/set-up/lock-file.mjs';

const lock = () => ({
  packages: {
    '': { dependencies: { a: '1.0.0' } },
    'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux-x64': '1.0.0', 'a-darwin-arm64': '1.0.0' } },
    'node_modules/a-linux-x64': { version: '1.0.0' },
    'node_modules/a/node_modules/a-darwin-arm64': { version: '1.0.0' },
  } as Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>,
});

test('an entry beside its parent or inside it is found', () => {
  expect(missingEntries(lock())).toEqual([]);
});

test('a planted missing entry is found', () => {
  const planted = lock();
  delete planted.packages['node_modules/a-linux-x64'];
  expect(missingEntries(planted)).toEqual([{ name: 'a-linux-x64', version: '1.0.0', parent: 'node_modules/a' }]);
});

test("an entry inside somebody else's folder does not count", () => {
  const planted = lock();
  delete planted.packages['node_modules/a/node_modules/a-darwin-arm64'];
  planted.packages['node_modules/b/node_modules/a-darwin-arm64'] = { version: '1.0.0' };
  expect(missingEntries(planted).map(({ name }) => name)).toEqual(['a-darwin-arm64']);
});

test('the address of a registry is found', () => {
  const planted = lock();
  Object.assign(planted.packages['node_modules/a'] ?? {}, { resolved: 'https://registry.example/a.tgz' });
  expect(registryAddresses(planted)).toEqual(['https://registry.example/a.tgz']);
});

test('our own lock file describes every optional package and names no registry', () => {
  const own = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
  expect(missingEntries(own)).toEqual([]);
  expect(registryAddresses(own)).toEqual([]);
});
