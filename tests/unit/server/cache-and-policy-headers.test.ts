import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  chartPolicy,
  forOneReader,
  forShared,
  publicPolicy,
  staffPolicy,
} from '@/app/_server/cache-and-policy-headers';

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => path.posix.join('app', name));

test('who may keep an answer, and what it may load, is written in one file of the application', () => {
  expect(files.length).toBeGreaterThan(100);
  const spelling = [...files, 'proxy.ts'].filter((file) =>
    /private, no-store|s-maxage|must-revalidate|immutable|default-src|script-src/.test(readFileSync(file, 'utf8')),
  );
  expect(spelling).toEqual(['app/_server/cache-and-policy-headers.ts']);
});

test('a public page runs no script; the page of a measure runs our own file', () => {
  const bare =
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  expect(publicPolicy).toBe(bare);
  expect(chartPolicy).toBe(`${bare}; script-src 'self'; connect-src 'self'`);
});

test('a page behind the sign-in runs the scripts of its own answer', () => {
  expect(staffPolicy('abc')).toBe(
    "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
});

test('shared caches keep a published page for a second, and nobody keeps any other answer', () => {
  expect(forShared).toBe('public, max-age=0, s-maxage=1, must-revalidate');
  expect(forOneReader).toBe('private, no-store');
});

test('the front, which cannot import that file, says of its own answers the same as the application', () => {
  const front = readFileSync('scripts/server/front.mjs', 'utf8');
  expect([...front.matchAll(/'Cache-Control': '([^']*)'/g)].map(([, value]) => value)).toEqual([forOneReader]);
});
