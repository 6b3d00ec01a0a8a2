import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../program/folders.mjs';

/** The folders and files of the repository that serve as they are: the server, its commands, and the migrations that a start applies. */
export const asTheyAre = [
  'package.json',
  'LICENSE',
  'public',
  'db/migrations',
  'scripts/postgres',
  'scripts/program',
  'scripts/server',
  'scripts/set-up',
  'scripts/typeset',
];

/** The packages that the server's own scripts ask for, and the fonts of papers, beside those that the framework follows from the pages. */
export const askedByScripts = [
  'prom-client',
  '@myriaddreamin/typst-ts-node-compiler',
  '@expo-google-fonts/public-sans',
  '@expo-google-fonts/source-serif-4',
];

/** What the commands leave where it is, instead of taking it into their one file: what is native, or reads files of its own. */
export const leftOutside = ['postgres', 'pg-boss', 'pino', 'sharp', 'docx', '@node-rs/argon2'];

/** The commands at the top of scripts, but for those that build and test, which an image cannot do. */
export function commandsOfImage() {
  const elsewhere = /^(test|storm|bench|dev)\.mjs$/;
  return readdirSync(inRepository('scripts')).filter((name) => name.endsWith('.mjs') && !elsewhere.test(name));
}

/** The programs in TypeScript that those commands run, by their paths in the repository. */
export function programsOfImage() {
  const texts = [...commandsOfImage(), 'set-up/ready-database.mjs', 'set-up/offer-set-up.mjs'].map((name) =>
    readFileSync(inRepository('scripts', name), 'utf8'),
  );
  const named = texts.flatMap((text) => [...text.matchAll(/\b(?:script|compiled)\('([\w/.-]+)'/g)]);
  const paths = named.map(([, name]) => (name.endsWith('.ts') ? name : `scripts/${name}.ts`));
  return [...new Set(paths)].sort();
}

/** Packages with all that they depend on, and what they take where it is there: what is native, for this machine alone. */
export function packagesWith(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue;
    const manifest = inRepository('node_modules', name, 'package.json');
    if (!existsSync(manifest)) throw new Error(`${name} is not in node_modules, or not at its top.`);
    found.add(name);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
    const there = Object.keys(optionalDependencies).filter((name) => existsSync(inRepository('node_modules', name)));
    packagesWith([...Object.keys(dependencies).filter((name) => !(name in optionalDependencies)), ...there], found);
  }
  return found;
}

/** The name that a program has in an image. */
export const programName = (program) => `${path.parse(program).name}.mjs`;
