import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const made = new Map<string, string>();

/**
 * What Node is to run instead of a program in TypeScript: the same program in one file, compiled once by this process.
 * A program that a test starts twenty times is otherwise compiled twenty times, a second each.
 */
export function compiled(program: string): string[] {
  const known = made.get(program);
  const file = known ?? path.resolve('.candour', 'programs', `${path.parse(program).name}-${process.pid}.mjs`);
  if (!known) {
    buildSync({
      entryPoints: [program],
      outfile: file,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      conditions: ['react-server'],
      jsx: 'automatic',
      logLevel: 'error',
    });
    made.set(program, file);
    process.on('exit', () => rmSync(file, { force: true }));
  }
  return ['--conditions=react-server', file];
}
