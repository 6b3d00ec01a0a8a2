import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRepository, isGathered } from './folders.mjs';

// Loaded when it is needed: a command reads this file before it has installed the packages.
const require = createRequire(import.meta.url);

const made = new Map();

/**
 * What Node is to run instead of a program in TypeScript, and its words: the same program in one file, made once by this process
 * and gone with it. To compile each module as it is read takes four times as long.
 * @param {string} program its path in the repository
 * @returns {string[]} the options of Node
 */
export function compiled(program) {
  const file = isGathered
    ? inRepository('programs', `${path.parse(program).name}.mjs`)
    : (made.get(program) ?? compile(program));
  return ['--enable-source-maps', '--conditions=react-server', file];
}

function compile(program) {
  const folder = inRepository('.candour', 'programs');
  const file = path.join(folder, `${path.parse(program).name}-${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  bundle(program, file, { packages: 'external' });
  made.set(program, file);
  process.on('exit', () => rmSync(file, { force: true }));
  return file;
}

/** Writes a program in TypeScript as one file that Node runs; `options` say what becomes of the packages that it asks for. */
export function bundle(program, file, options) {
  require('esbuild').buildSync({
    entryPoints: [inRepository(program)],
    outfile: file,
    absWorkingDir: inRepository(),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['react-server'],
    jsx: 'automatic',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    ...options,
  });
}
