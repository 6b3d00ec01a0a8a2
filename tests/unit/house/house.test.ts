import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each room may import of the others, and of the world; see docs/architecture.md. */
const rooms: Record<string, { of: RegExp; packages: RegExp }> = {
  lib: {
    of: /^lib\//,
    packages:
      /^(zod|decimal\.js|temporal-polyfill|minisearch|@zxcvbn-ts\/(core|language-common)|csv-(parse|stringify)\/sync|d3-\w+)$/,
  },
  db: { of: /^(lib|db)\//, packages: /^(drizzle-orm(\/[\w-]+)*|postgres|zod|@node-rs\/argon2|node:(crypto|path))$/ },
  components: {
    of: /^(lib|components|db\/queries)\//,
    packages: /^(react|react-dom|next\/(link|navigation)|@tremor\/react|d3-\w+)$/,
  },
  app: {
    of: /^(app|components|lib|db\/(queries|commands|connection\/(pool|unreachable|clock)))\b/,
    packages:
      /^(react|react-dom\/server|next(\/[\w-]+)?|next-auth(\/providers(\/credentials)?)?|zod|pino|feed|pg-boss|temporal-polyfill|node:(crypto|diagnostics_channel|zlib|timers\/promises|fs\/promises))$/,
  },
};

const files = (room: string): string[] =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(room, name));

const imports = (file: string): { from: string; typeOnly: boolean }[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s([^;]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm)].map(
    ([, clause, from, dynamic]) => ({ from: from ?? dynamic ?? '', typeOnly: /^type\s/.test(clause ?? '') }),
  );

/** Where an import of our own leads, from the top of the repository; null for a package. */
function place(file: string, from: string): string | null {
  if (from.startsWith('@/')) return from.slice(2);
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : null;
}

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

/** The tables that a file reads, by what it takes from the schema. */
const tablesOf = (file: string) => {
  const [, tables] = readFileSync(file, 'utf8').match(/import \{([^}]*)\} from '@\/db\/schema'/) ?? [];
  return tables
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .sort();
};

/** The release calendar’s own door in the wall. */
const calendar = 'db/queries/published/calendar.ts';

/** The files of the public wall, and the tables that each may know. */
const wall: Record<string, string[]> = {
  'db/queries/published/in-force.ts': ['council', 'editionRows', 'editions', 'renderings', 'services', 'withdrawals'],
  'db/queries/published/committees.ts': ['committeeServices', 'committees', 'editions', 'meetings', 'services'],
  'db/queries/published/editions.ts': ['editionRows', 'editions', 'revisions', 'services', 'withdrawals'],
  'db/queries/published/search.ts': [
    'committeeServices',
    'committees',
    'editionRows',
    'editions',
    'services',
    'withdrawals',
  ],
  'db/queries/published/measures.ts': ['editionReadings', 'editionRows', 'editionSheets', 'editions', 'withdrawals'],
  'db/queries/published/retired.ts': ['departures', 'editionRows', 'editions', 'services', 'withdrawals'],
};

test('the public wall knows only the council, its services and what is published', () => {
  const found = files('db/queries/published').filter((file) => file !== calendar);
  expect(Object.fromEntries(found.map((file) => [file, tablesOf(file)]))).toEqual(wall);
});

/** The tables that SQL text reads: every identifier after `from` or `join`, comments of the source apart. */
const tablesInText = (source: string): string[] =>
  [
    ...source
      .replaceAll(/\/\*[\s\S]*?\*\/|^import .*$|^\s*\/\/.*$/gm, '')
      .matchAll(/\b(?:from|join)\s+(?!lateral\b)([\w".]+)/gi),
  ].map(([, name]) => name?.replaceAll('"', '').toLowerCase() ?? '');

test('the SQL text of the public wall reads no other tables than those', () => {
  const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const read = Object.entries(wall).flatMap(([file, tables]) => {
    const source = readFileSync(file, 'utf8');
    // A list after `from` would hide its second table from the rule above.
    expect(source).not.toMatch(/\bfrom\s+\w+(\s+(as\s+)?\w+)?\s*,/i);
    return tablesInText(source).map((name) => ({ file, name, known: tables.map(snake).includes(name) }));
  });
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter(({ known }) => !known)).toEqual([]);
});

test('the public wall takes nothing else of the record: no query but its own', () => {
  const wrong = Object.keys(wall).flatMap((file) =>
    imports(file)
      .filter(({ from, typeOnly }) => !typeOnly && place(file, from)?.startsWith('db/'))
      .map(({ from }) => place(file, from))
      .filter((to) => to !== 'db/schema' && !Object.hasOwn(wall, `${to}.ts`)),
  );
  expect(wrong).toEqual([]);
});

test('the calendar’s door in the wall knows when releases are, and nothing of what they will show', () => {
  const file = calendar;
  expect(tablesOf(file)).toEqual(['announcementMoves', 'announcements', 'services']);
  expect(imports(file).map(({ from }) => from)).toEqual([
    'drizzle-orm',
    '@/db/connection/client',
    '@/db/schema',
    '@/lib/edition/announcement',
  ]);
  const asked = [...readFileSync(file, 'utf8').matchAll(/\b(?:announcements|announcementMoves|services)\.(\w+)/g)];
  const known = ['announcementId', 'dueAt', 'fromAt', 'id', 'movedAt', 'name', 'number', 'position', 'reason'];
  expect([...new Set(asked.map(([, column]) => column))].sort()).toEqual(
    [...known, 'serviceId', 'slug', 'state', 'toAt', 'why'].sort(),
  );
  // Neither a whole row nor another way round the named columns.
  expect(readFileSync(file, 'utf8')).not.toMatch(/select\(\)|\.query\.|sql`|execute/);
});

test('the door by which the server is watched reads no table of the record', () => {
  const source = readFileSync('db/queries/server/ready.ts', 'utf8');
  const own = imports('db/queries/server/ready.ts').filter(({ typeOnly }) => !typeOnly);
  expect(own.map(({ from }) => from)).toEqual(['drizzle-orm']);
  // Of the jobs it knows when one ended and how.
  expect(tablesInText(source)).toEqual(['pg_class', 'jobs.job', 'jobs.archive', 'tries']);
  expect(source).not.toMatch(/\bdata\b|\boutput\b/);
});

/** The files of `app` for those who are signed in, or on their way in; everything else there is public. */
const staffFiles = /^app\/(\(staff\)|_staff|api\/auth|trouble)\/|^app\/(_server\/(browser|jobs)|_public\/visitor)\.ts$/;
const publicFiles = () => files('app').filter((file) => !staffFiles.test(file));

test('public pages reach the record through the public wall and the cache of renderings alone', () => {
  const wrong = publicFiles().flatMap((file) =>
    imports(file)
      .map(({ from }) => place(file, from))
      .filter(
        (to) =>
          to?.match(/^db\/(queries|commands)\//) &&
          !/^db\/(queries\/(published\/[\w-]+|server\/ready)|commands\/release\/renderings)$/.test(to),
      )
      .map((to) => `${file} → ${to}`),
  );
  expect(wrong).toEqual([]);
});

test('public pages ask through a pool of their own', () => {
  const wrong = publicFiles().filter((file) =>
    /import \{[^}]*\b(database|jobsDatabase)\b[^}]*\} from '@\/db\/connection\/pool'/.test(readFileSync(file, 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('public pages know nothing of who is signed in, but for the one place that sends them with the person’s bar', () => {
  const wrong = publicFiles().flatMap((file) =>
    imports(file)
      .map(({ from }) => place(file, from))
      .filter((to) => to !== null && staffFiles.test(`${to}.ts`))
      .map((to) => `${file} → ${to}`),
  );
  expect(wrong).toEqual(['app/_public/published-answer.ts → app/_public/visitor']);
});

test('next-auth is known to one file', () => {
  const knowing = ['app', 'components', 'db', 'lib', 'tests']
    .flatMap(files)
    .filter((file) => imports(file).some(({ from }) => from.startsWith('next-auth') || from.startsWith('@auth/')));
  expect(knowing).toEqual(['app/_staff/auth.ts']);
});

test('the files of the machine are known to one file, which takes heads away, and the jobs alone know that', () => {
  const knowing = (what: RegExp) =>
    ['app', 'components', 'db', 'lib']
      .flatMap(files)
      .filter((file) => imports(file).some(({ from, typeOnly }) => what.test(from) && !typeOnly));
  expect(knowing(/^(node:)?fs(\/|$)/)).toEqual(['app/_server/heads-away.ts']);
  expect(knowing(/\/heads-away$/)).toEqual(['app/_server/jobs.ts']);
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
  known ??= new Set(Object.keys(rooms).flatMap(files));
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
