import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { inRepository, isGathered } from '../program/folders.mjs';
import { mustRun } from '../program/program.mjs';
import { step } from '../program/step.mjs';
import { mark } from './mark.mjs';

/** Installs the packages when package.json, the lock file or Node changed since the last time. */
export async function installPackages() {
  if (isGathered) return;
  const done = mark(inRepository('node_modules', '.candour-installed'));
  const state = wanted();
  if (done.says(state)) return;
  await step(
    'Installing the packages',
    async () => {
      done.clear();
      const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
      const [command, ...first] = npm;
      // Development packages too, whatever NODE_ENV says: `npm start` builds and `npm test` tests on the same folder.
      const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
      await mustRun('npm ci', command, [...first, ...options]);
      done.write(state);
    },
    progress,
  );
}

function wanted() {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(inRepository(name)));
  return hash.digest('hex');
}

function progress() {
  const { packages } = JSON.parse(readFileSync(inRepository('package-lock.json'), 'utf8'));
  const names = Object.keys(packages).filter((name) => name !== '' && packages[name].integrity);
  const there = names.filter((name) => existsSync(inRepository(name, 'package.json')));
  return there.length === 0 ? 'fetching' : `${there.length} of ${names.length} packages in place`;
}
