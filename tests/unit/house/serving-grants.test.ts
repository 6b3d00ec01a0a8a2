import { readdirSync, readFileSync } from 'node:fs';
import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as schema from '@/db/schema';
import { type Change, grants } from '@/db/set-up/serving-grants';

const tables = new Map(
  Object.entries(schema).flatMap(([name, of]) => (is(of, PgTable) ? [[name, getTableName(of)]] : [])),
);

/** What is done by the owner alone: the demonstration. Everything else of db/ is done by whoever serves. */
const byOwner = /^(demo\/|schema\/|migrations\/|seed\.ts)/;

/** Every change of a table in the code, and every lock, which is to the database as much as an update. */
const done: [table: string, change: Change, file: string][] = readdirSync('db', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !byOwner.test(file))
  .flatMap((file) => {
    const code = readFileSync(`db/${file}`, 'utf8');
    const changes = [...code.matchAll(/\.(insert|update|delete)\(\s*(\w+)\s*\)/g)].map(
      ([, change, table]) => [table, change] as const,
    );
    const locks = [...code.matchAll(/\.for\('[a-z ]+'(?:, \{ of: (\w+) \})?/g)].map(({ index, 1: of }) => {
      const before = [...code.slice(0, index).matchAll(/\.from\((\w+)\)/g)].at(-1)?.[1];
      return [of ?? before ?? '', 'update'] as const;
    });
    const over = [...code.matchAll(/\.onConflictDoUpdate\(/g)].map(({ index }) => {
      const before = [...code.slice(0, index).matchAll(/\.insert\((\w+)\)/g)].at(-1)?.[1];
      return [before ?? '', 'update'] as const;
    });
    return [...changes, ...locks, ...over].flatMap(([name, change]): [string, Change, string][] => {
      const table = tables.get(name ?? '');
      return table ? [[table, change as Change, file]] : [];
    });
  });

test('each table of the record is named, and no other', () => {
  expect(Object.keys(grants).sort()).toEqual([...tables.values()].sort());
});

test('whatever the code does to a table, the role that serves may do', () => {
  expect(done.length).toBeGreaterThan(80);
  expect(done.filter(([table, change]) => !grants[table]?.includes(change))).toEqual([]);
});

test('and it may do nothing that the code never does', () => {
  const used = new Set(done.map(([table, change]) => `${change} ${table}`));
  const idle = Object.entries(grants).flatMap(([table, allowed]) => allowed.map((change) => `${change} ${table}`));
  expect(idle.filter((each) => !used.has(each))).toEqual([]);
});

test('what stands for ever, by the triggers of the migrations, is only ever added to', () => {
  const standing = readdirSync('db/migrations')
    .filter((name) => name.endsWith('.sql'))
    .flatMap((name) => [
      ...readFileSync(`db/migrations/${name}`, 'utf8').matchAll(
        /BEFORE TRUNCATE ON (\w+)\s+FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever/g,
      ),
    ])
    .map(([, table]) => table ?? '');
  expect(standing.length).toBe(14);
  for (const table of standing) expect(grants[table], table).toEqual(['insert']);
});
