import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { files, imports, place } from '../../support/reference/source-imports';

/** What each room may import of the others, and of the world; see docs/architecture.md. */
const rooms: Record<string, { of: RegExp; packages: RegExp }> = {
  lib: {
    of: /^lib\//,
    packages:
      /^(zod|decimal\.js|temporal-polyfill|minisearch|@zxcvbn-ts\/(core|language-common)|lru-cache|csv-parse(\/sync)?|csv-stringify\/sync|yauzl|yazl|sax|node:(stream|zlib)|d3-\w+|docx(\/charts)?|sharp)$/,
  },
  db: { of: /^(lib|db)\//, packages: /^(drizzle-orm(\/[\w-]+)*|postgres|zod|@node-rs\/argon2|node:(crypto|path))$/ },
  components: {
    of: /^(lib|components|db\/queries)\//,
    packages: /^(react|react-dom|next\/(link|navigation)|@tremor\/react|d3-\w+)$/,
  },
  app: {
    of: /^(app|components|lib|db\/(queries|commands|connection\/(pool|unreachable|clock)))\b/,
    packages:
      /^(react|react-dom\/server|next(\/[\w-]+)?|next-auth(\/providers(\/credentials)?)?|zod|pino|feed|lru-cache|pg-boss|temporal-polyfill|node:(child_process|crypto|diagnostics_channel|zlib|timers\/promises|fs\/promises|path))$/,
  },
};

describe.each(Object.entries(rooms))('%s', (room, { of, packages }) => {
  test('imports only what it may', () => {
    const found = files(room);
    expect(found.length).toBeGreaterThan(0);
    const wrong = found.flatMap((file) =>
      imports(file)
        .filter(
          ({ from }) => !(place(file, from) === null ? packages.test(from) : of.test(place(file, from) as string)),
        )
        .map(({ from }) => `${file} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('components take only types from db/queries', () => {
  const wrong = files('components').filter((file) =>
    imports(file).some(({ from, typeOnly }) => place(file, from)?.startsWith('db/') && !typeOnly),
  );
  expect(wrong).toEqual([]);
});

test('queries and commands do not import each other', () => {
  for (const [room, other] of [
    ['db/queries', 'db/commands'],
    ['db/commands', 'db/queries'],
  ] as const) {
    const wrong = files(room).filter((file) => imports(file).some(({ from }) => place(file, from)?.startsWith(other)));
    expect(wrong).toEqual([]);
  }
});

test('next-auth is known to one file', () => {
  const knowing = ['app', 'components', 'db', 'lib', 'tests']
    .flatMap(files)
    .filter((file) => imports(file).some(({ from }) => from.startsWith('next-auth') || from.startsWith('@auth/')));
  expect(knowing).toEqual(['app/_staff/next-auth.ts']);
});

test('the link of the framework is known to the one file that keeps it from fetching ahead', () => {
  const knowing = ['app', 'components', 'lib']
    .flatMap(files)
    .filter((file) => imports(file).some(({ from }) => from === 'next/link'));
  expect(knowing).toEqual(['components/frame/link.tsx']);
});

test('what unpacks, packs and reads XML is known to the files of sheets alone', () => {
  const knowing = ['app', 'components', 'db', 'lib', 'scripts']
    .flatMap(files)
    .filter((file) => imports(file).some(({ from }) => /^(yauzl|yazl|sax|csv-parse|node:stream)$/.test(from)));
  expect(knowing).toEqual([
    'lib/workbook/csv-reading.ts',
    'lib/workbook/workbook-writing.ts',
    'lib/workbook/xml-events.ts',
    'lib/workbook/zip-parts.ts',
  ]);
});

test('what draws papers and pictures is known to the rooms of their files alone', () => {
  const knowing = ['app', 'components', 'db', 'lib', 'scripts']
    .flatMap(files)
    .filter((file) => imports(file).some(({ from }) => /^(docx(\/.*)?|@myriaddreamin\/.*)$/.test(from)));
  // PDFs and pictures are set by scripts/typeset, which nothing imports.
  expect(knowing.filter((file) => !/^lib\/paper\/docx\//.test(file))).toEqual([]);
  expect(knowing.length).toBeGreaterThan(1);
});

test('the files and the programs of the machine are known to a file each, which take heads away and have papers set', () => {
  const knowing = (what: RegExp) =>
    ['app', 'components', 'db', 'lib']
      .flatMap(files)
      .filter((file) => imports(file).some(({ from, typeOnly }) => what.test(from) && !typeOnly));
  expect(knowing(/^(node:)?fs(\/|$)/)).toEqual(['app/_server/chain-heads-away.ts']);
  expect(knowing(/^(node:)?child_process$/)).toEqual(['app/_server/typeset.ts']);
  expect(knowing(/\/chain-heads-away$/)).toEqual(['app/_server/jobs.ts']);
  expect(knowing(/\/typeset$/)).toEqual(['app/_server/card-picture.ts', 'app/_server/papers.ts']);
});

test('every export of a server action file is made by the doorway', () => {
  const acting = files('app').filter((file) => /^'use server'/m.test(readFileSync(file, 'utf8')));
  expect(acting.length).toBeGreaterThan(0);
  const exports = acting.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^\s*export\b.*$/gm)].map(([line]) => `${file}: ${line.trim()}`),
  );
  expect(exports.filter((line) => !/: export const \w+ = (action|visitorAction)\(/.test(line))).toEqual([]);
  const inline = ['app', 'components'].flatMap(files).filter((file) => !acting.includes(file));
  expect(inline.filter((file) => /['"]use server['"]/.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('lib asks no clock, no environment and no chance', () => {
  const wrong = files('lib').filter((file) =>
    /process\.env|Date\.now|new Date\(\)|Temporal\.Now|Math\.random|\bfetch\(/.test(readFileSync(file, 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('nothing outside db/migrations writes raw SQL from strings', () => {
  const wrong = ['app', 'components', 'lib', 'db']
    .flatMap(files)
    // What stands between Drizzle and the driver hands on what Drizzle wrote.
    .filter((file) => file !== 'db/connection/named.ts')
    .filter((file) => /sql\.raw|\.unsafe\(/.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});

test('no file is a drawer, and each is named noun first in lower case', () => {
  const all = ['app', 'components', 'lib', 'db', 'tests'].flatMap(files);
  expect(all.filter((file) => /(^|\/)(utils?|helpers?|misc|common|types|constants)\.tsx?$/.test(file))).toEqual([]);
  expect(all.filter((file) => !/^[a-z0-9.[\]-]+$/.test(path.posix.basename(file)))).toEqual([]);
});

test('no source file is over 200 lines, demonstration data apart', () => {
  const long = ['app', 'components', 'lib', 'db'].flatMap(files).filter((file) => !file.startsWith('db/demo/'));
  expect(long.filter((file) => readFileSync(file, 'utf8').split('\n').length > 201)).toEqual([]);
});

test('who acts for whom today is asked of the record: no page or form behind the sign-in asks the clock of its process', () => {
  const behind = files('app').filter((file) => file.startsWith('app/(staff)/') || file === 'app/_staff/action.ts');
  expect(behind.length).toBeGreaterThan(20);
  const asks = (file: string) =>
    /import \{[^}]*\b(now|today)\b[^}]*\} from '[^']*\/clock'/.test(readFileSync(file, 'utf8'));
  expect(behind.filter(asks)).toEqual([]);
});
