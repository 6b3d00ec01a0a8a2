import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, sourceFingerprint } from '../../../scripts/set-up/fingerprint.mjs';

let folder: string;
const write = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'candour-fingerprint-'));
  write('app/page.tsx', 'one');
  write('lib/figure/figure.ts', 'two');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the same sources give the same fingerprint, whatever their times', () => {
  const before = sourceFingerprint(folder);
  utimesSync(path.join(folder, 'app/page.tsx'), 1, 1);
  expect(sourceFingerprint(folder)).toBe(before);
  expect(before).toMatch(/^[0-9a-f]{20}$/);
});

test.each([
  ['a changed file', () => write('app/page.tsx', 'One')],
  ['a new file', () => write('app/error.tsx', '')],
  ['a file that went', () => rmSync(path.join(folder, 'lib/figure/figure.ts'))],
  ['a changed lock file', () => write('package-lock.json', '{"a":1}')],
  [
    'content that moved from one file to the next',
    () => {
      write('app/page.tsx', 'on');
      write('lib/figure/figure.ts', 'etwo');
    },
  ],
])('%s changes the fingerprint', (_, change) => {
  const before = sourceFingerprint(folder);
  change();
  expect(sourceFingerprint(folder)).not.toBe(before);
});

test.each(['public/assets/candour.css', 'app/.DS_Store', 'README.md', 'tests/unit/x.test.ts'])(
  '%s is no source of the build',
  (name) => {
    const before = sourceFingerprint(folder);
    write(name, 'something');
    expect(sourceFingerprint(folder)).toBe(before);
  },
);

test('a name that is not there counts for nothing', () => {
  expect(fingerprint(['app', 'proxy.ts'], folder)).toBe(fingerprint(['app'], folder));
});
