import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A folder with the same build, in which the framework finds no proxy.ts: its manifest names none. */
export function withoutProxy(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of ['node_modules', 'public', 'package.json', 'next.config.js'])
    symlinkSync(path.resolve(name), path.join(folder, name));
  const built = path.resolve('.next');
  const left = ['cache', 'trace', 'types', 'dev', 'diagnostics'].map((name) => path.join(built, name));
  cpSync(built, path.join(folder, '.next'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !left.includes(source),
  });
  const manifest = path.join(folder, '.next', 'server', 'functions-config-manifest.json');
  const { functions, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (!functions['/_middleware']) throw new Error('the build has no proxy that could be taken out');
  const { '/_middleware': _, ...others } = functions;
  writeFileSync(manifest, JSON.stringify({ ...rest, functions: others }));
  return folder;
}
