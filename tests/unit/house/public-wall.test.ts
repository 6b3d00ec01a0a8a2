import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { files, imports, place } from '../../support/reference/source-imports';

/** The tables that a file reads, by what it takes from the schema. */
const tablesOf = (file: string) => {
  const [, tables = ''] = readFileSync(file, 'utf8').match(/import \{([^}]*)\} from '@\/db\/schema'/) ?? [];
  return tables
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .sort();
};

/** The release calendar’s own door in the wall. */
const calendar = 'db/queries/published/calendar.ts';

/** The files of the public wall, and the tables that each may know. */
const wall: Record<string, string[]> = {
  'db/queries/published/in-force.ts': ['council', 'editionRows', 'editions', 'services', 'stands'],
  'db/queries/published/kept-pages.ts': ['renderings'],
  'db/queries/published/committees.ts': [
    'committeeServices',
    'committees',
    'editions',
    'meetingMoves',
    'meetings',
    'proclaimedHolidays',
    'services',
  ],
  'db/queries/published/standing-editions.ts': ['editionRows'],
  'db/queries/published/council-state.ts': ['committees', 'council', 'editions', 'meetings', 'services', 'stands'],
  'db/queries/published/glossary.ts': ['editionTerms', 'glossaryTerms', 'services'],
  'db/queries/published/editions.ts': ['editionRows', 'editions', 'revisions', 'services', 'stands', 'withdrawals'],
  'db/queries/published/feed.ts': ['editionRows', 'editions', 'revisions', 'services', 'withdrawals'],
  'db/queries/published/searchable.ts': ['committeeServices', 'committees', 'editionRows', 'services'],
  'db/queries/published/measures.ts': ['editionReadings', 'editionRows', 'editionSheets', 'editions', 'stands'],
  'db/queries/published/open-data.ts': [
    'editionReadings',
    'editionRows',
    'editionSheets',
    'editions',
    'services',
    'stands',
  ],
  'db/queries/published/committee-papers.ts': [
    'committeePapers',
    'committeeServices',
    'committees',
    'editions',
    'stands',
  ],
  // What a paper is made from is asked of the others.
  'db/queries/published/joint-paper-source.ts': [],
  'db/queries/published/paper-source.ts': [],
  'db/queries/published/edition-papers.ts': ['editions', 'papers', 'services', 'stands'],
  'db/queries/published/sheets.ts': ['editionSheets'],
  'db/queries/published/retired.ts': ['departures', 'editionRows', 'editions', 'services', 'stands'],
};

test('the public wall knows only the council, its services and what is published', () => {
  const found = files('db/queries/published').filter((file) => file !== calendar);
  expect(Object.fromEntries(found.map((file) => [file, tablesOf(file)]))).toEqual(wall);
});

/** `stands` of db/schema reads the withdrawals, and no other table. */
const tableNamed = (name: string) => (name === 'stands' ? 'withdrawals' : name);

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
    return tablesInText(source).map((name) => ({
      file,
      name,
      known: tables.map(tableNamed).map(snake).includes(name),
    }));
  });
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter(({ known }) => !known)).toEqual([]);
  expect(readFileSync('db/schema/edition-not-withdrawn.ts', 'utf8').match(/import .* from '\.\/.*/g)).toEqual([
    "import { withdrawals } from './public-record';",
  ]);
});

test('the public wall takes nothing else of the record: no query but its own', () => {
  const wrong = Object.keys(wall).flatMap((file) =>
    imports(file)
      .filter(({ from, typeOnly }) => !typeOnly && place(file, from)?.startsWith('db/'))
      .map(({ from }) => place(file, from))
      // How a word is written into a statement reads nothing.
      .filter((to) => to !== 'db/schema' && to !== 'db/connection/written-out' && !Object.hasOwn(wall, `${to}.ts`)),
  );
  expect(wrong).toEqual([]);
});

test('the calendar’s door in the wall knows when releases are, and nothing of what they will show', () => {
  const file = calendar;
  expect(tablesOf(file)).toEqual(['announcementMoves', 'announcements', 'services']);
  expect(imports(file).map(({ from }) => from)).toEqual([
    'drizzle-orm',
    '@/db/connection/client',
    '@/db/connection/written-out',
    '@/db/schema',
    '@/lib/release/release-moment',
  ]);
  const columns = [...readFileSync(file, 'utf8').matchAll(/\b(?:announcements|announcementMoves|services)\.(\w+)/g)];
  const known = ['announcementId', 'dueAt', 'fromAt', 'id', 'movedAt', 'name', 'number', 'position', 'reason'];
  expect([...new Set(columns.map(([, column]) => column))].sort()).toEqual(
    [...known, 'serviceId', 'slug', 'state', 'toAt', 'why'].sort(),
  );
  // Neither a whole row nor another way round the named columns.
  expect(readFileSync(file, 'utf8')).not.toMatch(/select\(\)|\.query\.|sql`|execute/);
});

test('the door by which the server is watched reads no table of the record', () => {
  const source = readFileSync('db/queries/server/server-health.ts', 'utf8');
  const own = imports('db/queries/server/server-health.ts').filter(({ typeOnly }) => !typeOnly);
  expect(own.map(({ from }) => from)).toEqual(['drizzle-orm', '@/db/migrations/meta/_journal.json']);
  // Of the jobs it knows when one ended and how.
  expect(tablesInText(source)).toEqual([
    'pg_class',
    'pg_namespace',
    'drizzle.__drizzle_migrations',
    'jobs.job',
    'jobs.archive',
    'tries',
  ]);
  expect(source).not.toMatch(/\bdata\b|\boutput\b/);
});

/** The files of `app` for those who are signed in, or on their way in; everything else there is public. */
const staffFiles =
  /^app\/(\(staff\)|_staff|api|trouble)\/|^app\/(_server\/(bring-in-job|session-cookies|jobs|papers-due|record-gauges)|_public\/visitor)\.ts$/;
const publicFiles = () => files('app').filter((file) => !staffFiles.test(file));

test('public pages reach the record through the public wall, and the caches of renderings and papers, alone', () => {
  const wrong = publicFiles().flatMap((file) =>
    imports(file)
      .map(({ from }) => place(file, from))
      .filter(
        (to) =>
          to?.match(/^db\/(queries|commands)\//) &&
          !/^db\/(queries\/(published\/[\w-]+|server\/server-health)|commands\/release\/(renderings|papers))$/.test(to),
      )
      .map((to) => `${file} → ${to}`),
  );
  expect(wrong).toEqual([]);
});

test('public pages ask through a pool of their own', () => {
  const wrong = publicFiles().filter((file) =>
    /import \{[^}]*\b(database|jobsDatabase|importsDatabase)\b[^}]*\} from '@\/db\/connection\/pool'/.test(
      readFileSync(file, 'utf8'),
    ),
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
  expect(wrong).toEqual(['app/_public/answer.ts → app/_public/visitor']);
});
