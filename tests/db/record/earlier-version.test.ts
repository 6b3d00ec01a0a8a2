import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { asc, eq, sql } from 'drizzle-orm';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import type { connect } from '@/db/connection/client';
import { editionByNumber, rowsOf } from '@/db/queries/published/in-force';
import { frozenPage, readingsPublished } from '@/db/queries/published/measures';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editionRows, editions, events, services } from '@/db/schema';
import { migrate } from '@/db/set-up/migrate';
import { editionText } from '@/lib/edition/canonical-text';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import { spanWords } from '@/lib/row-words/span-words';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { schemaOf } from '../../support/record/earlier-schema';
import { copyRecord, type RecordCopy, writeRecord } from '../../support/record/record-copy';
import { freshDatabase } from '../../support/server/fresh-database';

/** A record as an earlier version of Candour left it: how many migrations it had, its tables, and its editions' canonical texts. */
type KeptRecord = {
  migrations: number;
  tables: RecordCopy;
  editions: { id: number; sha256: string; text: string }[];
};

const folder = 'tests/fixtures';
const kept = readdirSync(folder).filter((name) => name.endsWith('.json.gz'));
const { sql: server, name } = await freshDatabase();

test('there is a kept record of each earlier version', () => {
  expect(kept).toContain('demonstration-2026-11.json.gz');
});

describe.each(kept)('%s', (file) => {
  const record: KeptRecord = JSON.parse(gunzipSync(readFileSync(`${folder}/${file}`)).toString());
  const database = `${name}_${file.replaceAll(/\W/g, '_')}`;
  let open: ReturnType<typeof connect>;

  beforeAll(async () => {
    open = await schemaOf(server, record.migrations, database);
    await writeRecord(open.sql, record.tables);
    expect(await copyRecord(open.sql)).toEqual(record.tables);
    await migrate({ database });
  });
  afterAll(async () => {
    await open.end();
    await server.unsafe(`drop database ${database} with (force)`);
  });

  test('it is whole after every migration since, with no row more or less', async () => {
    const { tampered, checked } = await verifyRecord(open.db);
    expect(tampered).toBeNull();
    const rows = (table: string) => JSON.parse(record.tables.find((copy) => copy.table === table)?.rows ?? '[]').length;
    expect(checked.editions).toBe(rows('editions'));
    expect(checked.readings).toBe(rows('readings'));
    expect(record.editions.length).toBeGreaterThan(2);
  });

  test('it is opened once, with what was there; what comes later past the record is never made good', async () => {
    const openings = () => open.db.$count(events, eq(events.kind, 'record_opened'));
    expect(await openings()).toBe(1);
    await migrate({ database });
    expect(await openings()).toBe(1);
    const [forged] = await open.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      return tx.execute<{ person_id: number }>(sql`
        insert into roles (person_id, role)
        select max(id), 'administrator' from people where id not in (select person_id from roles) returning person_id`);
    });
    await migrate({ database });
    expect((await verifyRecord(open.db)).tampered).toMatchObject({ table: 'roles', what: 'no event tells of it' });
    await open.db.execute(sql`delete from roles where person_id = ${forged?.person_id}`);
    expect(await openings()).toBe(1);
    expect((await verifyRecord(open.db)).tampered).toBeNull();
  });

  test.each(record.editions)('edition $id keeps its canonical text and its hash, letter by letter', async (edition) => {
    const { head, rows } = await frozen(edition.id);
    const { sha256, ...published } = head;
    // Compared as one truth: a difference would print 90 kB twice.
    expect(editionText(published, rows) === edition.text).toBe(true);
    expect(sha256).toBe(edition.sha256);
  });

  test.each(record.editions)('edition $id opens with every word that it was printed with', async ({ id }) => {
    const { head, rows } = await frozen(id);
    const found = await editionByNumber(open.db, head.service.slug, head.number);
    expect(found?.head.sha256).toBe(head.sha256);
    const scorecard = scorecardAt(head, await rowsOf(open.db, id), head.asAt, { show: 'all', order: 'report' });
    const site = { council: 'Northumberland County Council', stylesheet: '/a.css', today: null, demonstration: null };
    const page = { site, scorecard, address: '/', latest: null, corrected: [] };
    const html = renderToStaticMarkup(createElement(ScorecardPage, page));
    const missing = rows.flatMap((row) => wordsOf(row).filter((words) => !html.includes(escaped(words))));
    expect(missing).toEqual([]);
  });

  test.each(record.editions)('every measure of edition $id has its sheet and its readings', async ({ id }) => {
    const { rows } = await frozen(id);
    for (const { code } of rows) {
      const page = await frozenPage(open.db, id, code);
      expect(page?.row.definition.length).toBeGreaterThan(10);
      expect(page?.sheet?.headline.length).toBeGreaterThan(10);
      const published = await readingsPublished(open.db, { editionId: id, code, most: 60 });
      expect(published.length === 0).toBe(page?.row.period === null);
    }
  });

  async function frozen(id: number): Promise<{ head: EditionHead; rows: FrozenRow[] }> {
    const [edition] = await open.db
      .select({ edition: editions, slug: services.slug })
      .from(editions)
      .innerJoin(services, eq(services.id, editions.serviceId))
      .where(eq(editions.id, id));
    if (!edition) throw new Error(`edition ${id} is not there`);
    const { serviceName, notice, ...head } = edition.edition;
    const rows = await open.db
      .select({ row: editionRows.row })
      .from(editionRows)
      .where(eq(editionRows.editionId, id))
      .orderBy(asc(editionRows.number));
    const { number, asAt, publishedAt, publisher, comparisonYear, note, sha256 } = head;
    const service = { slug: edition.slug, name: serviceName, notice };
    return {
      head: { number, asAt, publishedAt, publisher, comparisonYear, note, sha256, service },
      rows: rows.map(({ row }) => row),
    };
  }
});

/** Every sentence, figure and label of a row that a scorecard prints; its definition is on the page of the measure. */
function wordsOf(row: FrozenRow): string[] {
  const { previous, target, current, period, travel, rag, realTerms, actions, notes } = row;
  return [
    row.title,
    travel.sentence,
    rag.sentence,
    realTerms,
    previous.text,
    target.text,
    current.text,
    spanWords(row),
    period?.range,
    ...notes,
    ...actions.flatMap(({ text, owner }) => [text, owner]),
    ...(row.comments?.split(/\s*\n\s*/) ?? []),
  ].filter((words): words is string => typeof words === 'string' && words !== '');
}

const escaped = (words: string): string => renderToStaticMarkup(createElement('i', null, words)).slice(3, -4);
