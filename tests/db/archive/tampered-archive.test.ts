import { readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '@/db/connection/client';
import { seedDemonstration } from '@/db/demo/seed';
import { openArchive } from '../../../scripts/archive/open';
import { readArchive } from '../../../scripts/archive/read';
import { dataFile, type Manifest } from '../../../scripts/archive/record-part';
import { entriesOf } from '../../../scripts/archive/tar';
import { writeArchive } from '../../../scripts/archive/write';
import { archiveCopies } from '../../support/record/archive-copies';
import { forge, manifestIn, manifestName, type Texts, textsOf, writeTexts } from '../../support/record/forged-archive';
import { copyRecord } from '../../support/record/record-copy';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql, name } = await freshDatabase();
const { file, empty, target } = archiveCopies(sql, name);
const first = file('first.tar');
let texts: Texts;
let there: ReturnType<typeof connect>;

beforeAll(async () => {
  await seedDemonstration(db);
  await writeArchive(db, first);
  texts = await textsOf(first);
  // As a start leaves it: its tables need not be made for each try.
  await empty(process.env.CANDOUR_TEST_TEMPLATE);
  there = connect({ database: target, max: 1 });
});
afterAll(() => there.end());

/** What opening says, in the second database. */
const refusal = async (path: string): Promise<string> => {
  try {
    await openArchive(there.db, await readArchive(path));
  } catch (error) {
    const { name: kind, message } = error as Error;
    return kind === 'Refused' ? message : `a fault: ${message}`;
  }
  return 'opened';
};

/** How many rows the second database has in all. */
const rowsThere = async () =>
  (await copyRecord(there.sql)).reduce((total, { rows }) => total + JSON.parse(rows).length, 0);

let number = 0;
const next = () => {
  number += 1;
  return file(`bad-${number}.tar`);
};
const written = (bytes: Buffer) => {
  const path = next();
  writeFileSync(path, bytes);
  return path;
};

test('an archive that is cut, lengthened or changed by a bit in any file or any header is refused before the database is asked', async () => {
  const bytes = readFileSync(first);
  const handle = await open(first, 'r');
  const entries = (await entriesOf(handle)) ?? [];
  await handle.close();
  expect(entries.length).toBe(texts.size);
  const flipped = (at: number, bit = 1) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ bit;
    return copy;
  };
  const bad = [
    ...entries.filter(({ size }) => size > 0).map(({ at, size }) => flipped(at + Math.floor(size / 2))),
    ...entries.map(({ at }, index) => flipped(at - 512 + ((index * 13) % 512))),
    ...entries.filter(({ size }) => size % 512 > 0).map(({ at, size }) => flipped(at + size)),
    ...[0, 1, 511, 512, 1024, 0.25, 0.5, 0.75].map((end) => bytes.subarray(0, end < 1 ? end * bytes.length : end)),
    ...[1, 512, 1024, 1025].map((less) => bytes.subarray(0, bytes.length - less)),
    Buffer.concat([bytes, Buffer.alloc(1)]),
    Buffer.concat([bytes, bytes]),
    Buffer.from('PK\u0003\u0004 a workbook, perhaps'),
    Buffer.from('-- PostgreSQL database dump\n'),
    Buffer.alloc(10_240),
  ];
  for (const [index, each] of bad.entries())
    await expect(readArchive(written(each)), `way ${index}`).rejects.toThrow(/Nothing was changed\.$/);
  await expect(readArchive(file('missing'))).rejects.toThrow('There is no file');
  await expect(readArchive(file('.'))).rejects.toThrow('is not a file');
});

test('a file too many, too few, twice or in another place is refused', async () => {
  const list = [...texts];
  const readings = list.findIndex(([entry]) => entry === dataFile('readings'));
  const ways: Texts[] = [
    new Map(list.filter((_, index) => index !== readings)),
    new Map([['candour-archive/data/sessions.ndjson', '{}\n'], ...list]),
    new Map([['../../etc/cron.d/mine', '* * * * *\n'], ...list]),
    new Map([list[1], list[0], ...list.slice(2)] as [string, string][]),
    new Map(list.slice(0, -1)),
  ];
  for (const [index, way] of ways.entries()) {
    const path = next();
    await writeTexts(path, way);
    expect(await refusal(path), `way ${index}`).toMatch(/Nothing was changed\.$/);
  }
});

/** The rows of a table with one of them changed, taken out or put in. */
const changed = (table: string, change: (rows: string[]) => string[]): Texts => {
  const rows = (texts.get(dataFile(table)) ?? '').split('\n').filter(Boolean);
  const lines = change(rows).map((row) => `${row}\n`);
  return new Map([...texts, [dataFile(table), lines.join('')]]);
};
const inRow = (from: RegExp, to: string) => (rows: string[]) => {
  const at = rows.findIndex((row) => from.test(row));
  expect(at).toBeGreaterThan(-1);
  return rows.map((row, index) => (index === at ? row.replace(from, to) : row));
};

const forged: [string, () => [Texts, ((manifest: Manifest) => void)?], RegExp][] = [
  ['a figure is another', () => [changed('readings', inRow(/"value":"(\d+)"/, '"value":"9$1"'))], /readings \d+/],
  ['a figure has a blank', () => [changed('readings', inRow(/"value":"(\d+)"/, '"value":" $1"'))], /as it was written/],
  ['a name is another', () => [changed('people', inRow(/Olive Turner/, 'Olivia Turner'))], /people 1/],
  [
    'somebody is administrator',
    () => [changed('roles', (rows) => [...rows, '{"person_id":1,"role":"administrator"}'])],
    /as it was written/,
  ],
  ['the events of the council are gone', () => [changed('events', withoutCouncil), headless], /no event tells of it/],
  [
    'a reading is gone',
    () => [changed('readings', (rows) => rows.slice(1))],
    /reading_versions has a row that does not fit/,
  ],
  [
    'a term is there twice',
    () => [changed('glossary_terms', (rows) => [...rows, rows[0] ?? ''])],
    /glossary_terms has a row that does not fit/,
  ],
  ['a published row is another', () => [changed('edition_rows', inRow(/"title": "/, '"title": "Not '))], /edition/],
  ['a row is no JSON', () => [changed('council', () => ['{"id":1'])], /council has a row that does not fit/],
  ['a column is unknown', () => [changed('council', inRow(/"id":1/, '"id":1,"more":2'))], /as it was written/],
];

/** The events without those of the council, which begin the record. */
const withoutCouncil = (rows: string[]) =>
  rows.filter((row) => !/"kind":"(demonstration_seeded|council_changed)"/.test(row));

/** Heads that fit the events that are left. */
const headless = (manifest: Manifest) => {
  manifest.heads = manifest.heads.filter(({ chain }) => chain !== 'council');
};

test.each(forged)(
  '%s: refused by a check, though the manifest fits, and nothing is left',
  async (_, make, sentence) => {
    const path = next();
    const [way, change] = make();
    await forge(path, way, change);
    expect(await refusal(path)).toMatch(sentence);
    expect(await refusal(path)).not.toMatch(/^a fault|^opened$/);
    expect(await rowsThere()).toBe(0);
  },
);

type Way = [called: string, change: (manifest: Manifest) => object | string, sentence: RegExp];

const unread: Way[] = [
  ['a newer format', (manifest) => ({ ...manifest, version: 2, more: 1 }), /newer format/],
  ['another format', (manifest) => ({ ...manifest, format: 'another' }), /its manifest/],
  ['a word more', (manifest) => ({ ...manifest, more: 1 }), /its manifest/],
  ['a space less', (manifest) => JSON.stringify(manifest), /its manifest/],
  ['nothing', () => 'null\n', /its manifest/],
  ['no JSON', () => '{\n', /its manifest/],
  [
    'rows more',
    (manifest) => ({ ...manifest, data: manifest.data.map((each) => ({ ...each, rows: each.rows + 1 })) }),
    /is not what it was/,
  ],
  ['a file less', (manifest) => ({ ...manifest, data: manifest.data.slice(1) }), /the list of its files/],
];
const untrue: Way[] = [
  [
    'a newer version',
    ({ migrations, ...more }) => ({ ...more, migrations: [...migrations, zeros] }),
    /a newer version/,
  ],
  ['another version', (manifest) => ({ ...manifest, migrations: [zeros] }), /another or a newer version/],
  ['another council', (manifest) => ({ ...manifest, council: 'Another' }), /as it was written/],
  ['a counter behind', counting({ people_id_seq: '1' }), /people_id_seq is behind its rows/],
  ['a counter below', counting({ people_id_seq: '-1' }), /people_id_seq is behind its rows/],
  ['a counter of nothing', counting({ 'x"; drop table people; --': '1' }), /as it was written/],
  ['no counters', (manifest) => ({ ...manifest, counters: {} }), /is behind its rows/],
  ['a head less', (manifest) => ({ ...manifest, heads: manifest.heads.slice(1) }), /as it was written/],
];
const zeros = '0'.repeat(64);
function counting(more: Record<string, string>) {
  return (manifest: Manifest) => ({ ...manifest, counters: { ...manifest.counters, ...more } });
}

test.each([...unread, ...untrue])(
  'a manifest with %s is refused with a sentence, and nothing is left',
  async (_, change, sentence) => {
    const path = next();
    // In the order in which it is written.
    const order = Object.keys(manifestIn(texts));
    const way = change(manifestIn(texts));
    const inOrder = (from: object) =>
      Object.fromEntries([...order, ...Object.keys(from)].map((key) => [key, from[key as keyof typeof from]]));
    const text = typeof way === 'string' ? way : `${JSON.stringify(inOrder(way), null, 2)}\n`;
    await writeTexts(path, new Map([...texts, [manifestName, text]]));
    const answer = await refusal(path);
    expect(answer).toMatch(sentence);
    expect(answer).not.toMatch(/^a fault|^opened$/);
    expect(await rowsThere()).toBe(0);
  },
);

test('a password that somebody slipped in behind the triggers is named on its way out, not laundered', async () => {
  await sql`alter table people disable trigger user`;
  await sql`update people set password_hash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA' where id = 1`;
  await sql`alter table people enable trigger user`;
  const path = next();
  await writeArchive(db, path);
  expect(await refusal(path)).toMatch(/people 1: it was changed past the record before event \d+ changed it/);
  expect(await rowsThere()).toBe(0);
});
