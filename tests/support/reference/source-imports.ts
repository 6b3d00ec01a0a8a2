import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The TypeScript files of a room, as paths from the top of the repository. */
export const files = (room: string): string[] =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(room, name));

/** What a file imports, and whether for its types alone. */
export const imports = (file: string): { from: string; typeOnly: boolean }[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s([^;]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm)].map(
    ([, clause, from, dynamic]) => ({ from: from ?? dynamic ?? '', typeOnly: /^type\s/.test(clause ?? '') }),
  );

/** Where an import of our own leads, from the top of the repository; null for a package. */
export function place(file: string, from: string): string | null {
  if (from.startsWith('@/')) return from.slice(2);
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : null;
}
