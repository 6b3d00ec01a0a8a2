import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoDay, seedDemonstration } from '@/db/demo/seed';
import { type Council, rowsOf, theCouncil } from '@/db/queries/published/in-force';
import { editionsInForce, measureList, measuresOf, readingsKnown } from '@/db/queries/published/open-data';
import { editions, services } from '@/db/schema';
import { editionText } from '@/lib/edition/canonical-text';
import { csvwMetadata } from '@/lib/open-data/csvw';
import { dataBytes } from '@/lib/open-data/data-bytes';
import { type OpenRow, openColumns } from '@/lib/open-data/open-columns';
import { councilAbout } from '@/lib/open-data/open-file';
import { measureRows } from '@/lib/open-data/open-rows';
import { endOfLondonDay } from '@/lib/time/instant';
import { readByMetadata } from '../../support/open-data/csvw-reader';
import { expectFilesAgree, type Filed, filedEdition } from '../../support/open-data/edition-files';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
let council: Council;
const all: Filed[] = [];

beforeAll(async () => {
  await seedDemonstration(db);
  council = (await theCouncil(db)) as Council;
  const slugs = new Map((await db.select().from(services)).map(({ id, slug }) => [id, slug]));
  for (const { serviceId, number } of await db.select().from(editions)) {
    const filed = await filedEdition(db, slugs.get(serviceId) ?? '', number);
    if (filed) all.push(filed);
  }
});

test('every edition of the demonstration: CSV, JSON, Excel and the page agree cell by cell', async () => {
  expect(all.length).toBeGreaterThanOrEqual(2);
  let cells = 0;
  for (const filed of all) cells += await expectFilesAgree(filed);
  expect(cells).toBeGreaterThan(1_500);
});

test('every figure of the council, read back by its CSVW metadata alone: cell by cell, each of its datatype, no key twice', async () => {
  const rows: OpenRow[] = [];
  for (const { id, head } of await editionsInForce(db, endOfLondonDay(demoDay))) {
    const measures = await measuresOf(db, [id]);
    for (const { row, sheet } of measures)
      if (sheet)
        rows.push(
          ...measureRows({ head, council, row, sheet, date: demoDay }, await readingsKnown(db, id, [row.code])),
        );
  }
  const about = councilAbout('figures', council, demoDay);
  const csv = Buffer.from(await dataBytes(about, 'csv', [rows])).toString();
  const read = readByMetadata(csv, JSON.parse(JSON.stringify(csvwMetadata(about))));
  expect(read).toHaveLength(rows.length);
  expect(rows.length).toBeGreaterThan(500);
  for (const [index, row] of rows.entries())
    for (const { name, kind } of openColumns) {
      const cell = read[index]?.[name] ?? '';
      const text = Array.isArray(cell) ? cell.join(' ') : cell;
      expect([index, name, kind === 'text' ? text.replace(/^'/, '') : text]).toEqual([index, name, row[name] ?? '']);
    }
  // What is not as the metadata say is found out.
  const lines = csv.split('\r\n');
  const spoiled = (line: string) => () => readByMetadata([lines[0], line, ''].join('\r\n'), csvwMetadata(about));
  const first = lines[1] ?? '';
  expect(spoiled(first)).not.toThrow();
  expect(spoiled(first.replace(/,2016-07-\d\d,/, ',July 2016,'))).toThrow('is no date');
  expect(spoiled(first.replace(/^[^,]*/, ''))).toThrow('has no measure_id');
  expect(() => readByMetadata([lines[0], first, first, ''].join('\r\n'), csvwMetadata(about))).toThrow('comes twice');
});

describe('what is hidden', () => {
  test('has its marker in every file and no number anywhere', () => {
    const hidden = all.flatMap(({ rows }) => rows.filter(({ value_marker }) => value_marker === '[c]'));
    expect(hidden.length).toBeGreaterThanOrEqual(5);
    for (const row of hidden) {
      const { value, numerator, change, value_note } = row;
      expect([row.measure_id, value, numerator, change]).toEqual([row.measure_id, '', '', '']);
      expect(value_note).toMatch(/^Hidden/);
    }
  });
});

test('the canonical text of each edition has its fingerprint', async () => {
  for (const { edition } of all) {
    const { sha256, ...head } = edition.head;
    const text = editionText(head, await rowsOf(db, edition.id));
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  }
});

test('a list of measures counts the periods that were told of', async () => {
  const [first] = all;
  if (!first) throw new Error('there is no edition');
  const list = await measureList(db, [first.edition.id]);
  for (const { code, periods } of list)
    expect([code, periods]).toEqual([code, (await readingsKnown(db, first.edition.id, [code])).length]);
});

test('readings come by days, no more than are wanted', async () => {
  const edition = all.find(({ edition: { head } }) => head.service.slug === 'childrens-social-care')?.edition;
  if (!edition) throw new Error('there is no edition');
  const every = await readingsKnown(db, edition.id, ['csc-01']);
  const starts = every.map(({ reading }) => reading.start);
  expect(starts).toEqual(starts.toSorted());
  const some = await readingsKnown(db, edition.id, ['csc-01'], { from: '2018-01-01', until: '2018-05-31', most: 3 });
  expect(some.map(({ reading }) => reading.start)).toEqual(['2018-01-01', '2018-02-01', '2018-03-01']);
});
