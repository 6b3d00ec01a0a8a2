// After every `npm install`: node scripts/set-up/complete-lock.mjs. Describes in package-lock.json the optional packages of other
// platforms that npm left out, so that `npm ci` passes everywhere. With --check it only looks (offline), as npm test does.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from '../program/folders.mjs';
import { missingEntries, registryAddresses } from './lock-file.mjs';

const file = inRepository('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

if (process.argv.includes('--check')) check();
else complete();

function check() {
  const missing = missingEntries(lock);
  const addresses = registryAddresses(lock);
  for (const { name, version } of missing) console.error(`package-lock.json does not describe ${name}@${version}.`);
  for (const address of addresses) console.error(`package-lock.json names a registry: ${address}`);
  if (missing.length > 0) console.error('Run: node scripts/set-up/complete-lock.mjs');
  if (missing.length + addresses.length > 0) process.exitCode = 1;
  else console.log('The lock file describes every optional package.');
}

function complete() {
  let missing = missingEntries(lock);
  let added = 0;
  while (missing.length > 0) {
    for (const wanted of missing) {
      lock.packages[`node_modules/${wanted.name}`] = entryFor(wanted);
      console.log(`Described ${wanted.name}@${wanted.version}`);
      added += 1;
    }
    missing = missingEntries(lock);
  }
  for (const entry of Object.values(lock.packages)) if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
  const { '': project, ...packages } = lock.packages;
  lock.packages = { '': project, ...Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1))) };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added === 0 ? 'Nothing was missing.' : `${added} packages are described now.`);
}

/** Where a package runs is read from its name (…-darwin-arm64, …-linux-x64-musl); otherwise from the registry. */
function entryFor({ name, version }) {
  const platform = platformOf(name);
  const listed = platform.cpu ? {} : ask(name, version);
  const entry = { version: listed.version ?? exact(version), ...platform, optional: true };
  for (const field of ['cpu', 'libc', 'os']) if (listed[field]) entry[field] = [listed[field]].flat();
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

/** What the registry says of a package, or nothing when it does not list it. */
function ask(name, version) {
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...first] = npm;
  try {
    const words = execFileSync(
      command,
      [...first, 'view', `${name}@${version}`, 'version', 'os', 'cpu', 'libc', '--json'],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    return [JSON.parse(words || '{}')].flat().at(-1);
  } catch {
    return {};
  }
}

function platformOf(name) {
  const words = name.split(/[/-]/);
  const namedIn = (names) => names.filter((word) => words.includes(word));
  const os = namedIn([
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
  ]);
  if (words.includes('windows')) os.push('win32');
  const cpu = namedIn(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32']);
  const libc =
    os[0] !== 'linux'
      ? []
      : words.some((word) => word.startsWith('musl'))
        ? ['musl']
        : namedIn(['gnu']).map(() => 'glibc');
  const known = (value) => (value.length > 0 ? value : undefined);
  return { cpu: known(cpu), libc: known(libc), os: known(os) };
}

/** A version without its range: lock files name one version. */
function exact(range) {
  return range.replace(/^[\^~>=v ]+/, '');
}
