import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../program/folders.mjs';

/** What a build is made of; names that are not there yet count for nothing. */
const sources = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'postcss.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'scripts/set-up/assets.mjs',
  'scripts/set-up/fonts.mjs',
  'scripts/set-up/fingerprint.mjs',
];

/** What is made by the build, and so must not change the fingerprint of its sources. */
const generated = ['public/assets'];

/** What a set-up database depends on: the migrations, the demo council and everything that they are made with. */
const recordSources = [
  'db',
  'lib',
  'app/_server/jobs-connection.ts',
  'scripts/migrate.ts',
  'scripts/demo.ts',
  'scripts/server/serving-role.mjs',
  'package-lock.json',
];

/** A short hash of names and contents (never of times) of files and folders below a root; 20 hexadecimal digits. */
export function fingerprint(names, folder = root, skipped = generated) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesBelow(name, folder, skipped)).sort()) {
    const content = readFileSync(path.join(folder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 20);
}

/** The fingerprint of what the application is built from: the same sources give the same build, so next.config.js names it so. */
export function sourceFingerprint(folder = root) {
  return fingerprint(sources, folder);
}

/** The fingerprint of what the database is set up from. */
export function recordFingerprint(folder = root) {
  return fingerprint(recordSources, folder);
}

function filesBelow(name, folder, skipped) {
  if (skipped.includes(name) || path.posix.basename(name).startsWith('.')) return [];
  const stats = statSync(path.join(folder, name), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [name];
  return readdirSync(path.join(folder, name)).flatMap((entry) => filesBelow(`${name}/${entry}`, folder, skipped));
}
