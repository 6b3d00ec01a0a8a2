import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { files, imports, place } from '../../support/reference/source-imports';

const tops = ['lib', 'db', 'components', 'app'];

/** The room of a file: its folder, where the demonstration’s data are one room, and so is each address behind the sign-in. */
const roomOf = (file: string) =>
  file.startsWith('app/')
    ? file.split('/').slice(0, 2).join('/')
    : path.posix.dirname(file).replace(/^(db\/demo|db\/schema)\/.*/, '$1');

/** The file that an import leads to; undefined for a package and for what is no TypeScript. */
function reached(file: string, from: string): string | undefined {
  const to = place(file, from);
  return to === null
    ? undefined
    : [`${to}.ts`, `${to}.tsx`, `${to}/index.ts`].find((name) => everyFile().has(path.posix.normalize(name)));
}

let known: Set<string> | undefined;
const everyFile = (): Set<string> => {
  known ??= new Set(tops.flatMap(files));
  return known;
};

test('no room leads back to itself by way of others', () => {
  const leads = new Map<string, Set<string>>();
  for (const file of everyFile())
    for (const { from } of imports(file)) {
      const to = reached(file, from);
      if (!to || roomOf(to) === roomOf(file)) continue;
      leads.set(roomOf(file), (leads.get(roomOf(file)) ?? new Set()).add(roomOf(to)));
    }
  /** Every room that can be reached from one. */
  const beyond = (room: string, seen = new Set<string>()): Set<string> => {
    for (const next of leads.get(room) ?? []) if (!seen.has(next)) beyond(next, seen.add(next));
    return seen;
  };
  expect([...leads.keys()].length).toBeGreaterThan(50);
  expect([...leads.keys()].filter((room) => beyond(room).has(room))).toEqual([]);
});

test('no folder holds more than some twenty files side by side', () => {
  const folders = new Map<string, number>();
  const code = ['app', 'components', 'db', 'lib', 'scripts', 'tests'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mjs|css)$/.test(name) && !name.includes('.next/'))
      .map((name) => path.posix.join(top, name)),
  );
  for (const file of code) {
    const folder = path.posix.dirname(file);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  expect([...folders].filter(([, count]) => count > 22)).toEqual([]);
});

test('no file is a corridor that only hands on what others have', () => {
  const corridors = [...everyFile()].filter((file) => {
    const lines = readFileSync(file, 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .replaceAll(/^(import|export)\s[^;]*?\sfrom\s+'[^']+';$/gm, '')
      .trim();
    return lines === '';
  });
  // Drizzle asks for one door to all tables.
  expect(corridors).toEqual(['db/schema/index.ts']);
});
