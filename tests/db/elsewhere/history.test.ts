import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { confirmHistory, discardHistory } from '@/db/commands/elsewhere/history-steps';
import { saveReading } from '@/db/commands/reading/reading-save';
import { openRecord } from '@/db/events/opening';
import { historyPage } from '@/db/queries/elsewhere/history-elsewhere-page';
import { verifyRecord } from '@/db/queries/verify/verify';
import { workOf } from '@/db/queries/work/work';
import { events, historyBatches, historyFigures, services } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { laid, months } from '../../support/bring-in/laid-history';
import { refusal } from '../../support/council/one-measure-council';
import { at, content, type Name, refused, today, workingCouncil } from '../../support/council/working-council';
import { afterTampering } from '../../support/record/tampering';
import { countedStatements } from '../../support/server/counted-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const council = await workingCouncil(db, { buses: 60 });
const { as, id, person, trams, measures } = council;
await openRecord(db, at);

const counted = await countedStatements();

let used = 0;
/** A measure of Buses that no other test has touched. */
const fresh = () => measures[used++]?.id ?? 0;
const rowsOf = (measureId: number) => months(measureId, '2026-02-01', ['88', '89', '91', '92']);
/** Four figures of a fresh measure, brought in by Ada or another. */
const waiting = async (who: Name = 'Ada', more: Parameters<typeof laid>[2] = {}) => {
  const measureId = fresh();
  return { batch: await laid(db, council, { who: id[who], rows: rowsOf(measureId), ...more }), measureId };
};
const batchRow = async (batch: number) => {
  const [row] = await db.select().from(historyBatches).where(eq(historyBatches.id, batch));
  return row as typeof historyBatches.$inferSelect;
};
const lastEvent = async () => {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  return event as typeof events.$inferSelect;
};

describe('figures that were published elsewhere come in', () => {
  test('as one batch, with where, when, who and the file, told as a sentence', async () => {
    const file = { name: 'history.xlsx', hash: 'a'.repeat(64) };
    const { batch } = await waiting('Ada', { file });
    expect(await batchRow(batch)).toMatchObject({
      publishedIn: 'the annual report',
      publishedOn: '2026-06-20',
      laidBy: id.Ada,
      authors: [id.Ada],
      figures: 4,
      measures: 1,
      fileName: 'history.xlsx',
      confirmedBy: null,
    });
    const { kind, details } = await lastEvent();
    expect(eventSentence({ kind, details, who: 'Ada' })).toBe(
      'Ada brought in 4 figures of 1 measure, published in the annual report of 20 June 2026, from the file history.xlsx: they wait for the head of service.',
    );
  });

  test('3,600 of them, of 20 measures and 180 months, take as many statements as a few', async () => {
    const many = Array.from({ length: 180 }, (_, index) => String(index % 100));
    const rows = measures.slice(38, 58).flatMap(({ id: measureId }) => months(measureId, '2011-01-01', many));
    const few = await counted((own) => laid(own, council, { rows: rowsOf(fresh()) }));
    expect(await counted((own) => laid(own, council, { rows }))).toBeLessThanOrEqual(few + 5);
  });

  test.each([
    ['without where', { where: ' ' }, 'Say where these figures were published, such as the name of the report.'],
    ['on no day', { on: '' }, 'Say on which day these figures were published, like 13 June 2018.'],
    [
      'on a day to come',
      { on: '2026-12-01' },
      'These figures cannot have been published on 1 December 2026: that day has not come.',
    ],
    ['without a figure', { rows: [] }, 'There is no figure among them.'],
    [
      'of a period that was not over by then',
      { on: '2026-05-31' },
      'Measure 60, May 2026: the period was not over on 31 May 2026, when it was published.',
    ],
  ])('not %s', async (_, more, sentence) => {
    const rows = rowsOf(measures[59]?.id ?? 0);
    expect(await refused(laid(db, council, { rows, ...more }))).toBe(sentence);
  });

  test('not of a measure of another service, and not twice in one batch', async () => {
    const [own, tram] = [fresh(), measures.at(-1)?.id ?? 0];
    expect(await refused(laid(db, council, { rows: rowsOf(tram) }))).toBe(
      'One of these measures is not of this service.',
    );
    const twice = [...months(own, '2026-02-01', ['1']), ...months(own, '2026-02-01', ['2'])];
    expect(await refused(laid(db, council, { rows: twice }))).toMatch(/February 2026: the period is there twice\.$/);
  });

  test('not where a reading is begun, and no reading where they came in', async () => {
    const measure = measures[used++];
    const place = { code: measure?.code ?? '', version: null };
    await saveReading(db, as(measure?.ownerId === id.Olive ? 'Olive' : 'Oskar'), {
      ...place,
      periodStart: '2026-07-01',
      content: content(),
    });
    const rows = months(measure?.id ?? 0, '2026-06-01', ['90', '91']);
    expect(await refused(laid(db, council, { rows, on: '2026-08-10' }))).toMatch(
      /July 2026: a reading of this period is begun here\.$/,
    );
    const { measureId } = await waiting('Ada', {});
    const code = measures.find((one) => one.id === measureId)?.code ?? '';
    expect(
      await refused(
        saveReading(db, as('Olive'), { code, version: null, periodStart: '2026-05-01', content: content() }),
      ),
    ).not.toBe('accepted');
    // Past every rule of ours the database says so.
    const insert = sql`insert into readings (measure_id, period_start, authors) values (${measureId}, '2026-05-01', '{1}')`;
    expect(await refusal(db.execute(insert))).toBe('no_reading_beside_history');
  });

  test('not twice for one period, whichever batch they come in', async () => {
    const { measureId } = await waiting();
    expect(await refused(laid(db, council, { rows: rowsOf(measureId).slice(0, 1) }))).toMatch(
      /a figure of this period came in already\.$/,
    );
  });
});

describe('the head of service or the deputy confirms them as a whole', () => {
  test('Hana does, and the record says so', async () => {
    const { batch } = await waiting();
    expect(await confirmHistory(db, as('Hana'), { id: batch })).toBe('buses');
    expect(await batchRow(batch)).toMatchObject({ confirmedBy: id.Hana, confirmedFor: null });
    const { kind, details } = await lastEvent();
    expect(eventSentence({ kind, details, who: 'Hana' })).toBe(
      'Hana confirmed 4 figures of 1 measure, published in the annual report of 20 June 2026, as history from before the first edition.',
    );
  });

  test('Dev does for Hana, but in his own name where Hana brought them in', async () => {
    const first = await waiting();
    await confirmHistory(db, as('Dev'), { id: first.batch });
    expect(await batchRow(first.batch)).toMatchObject({ confirmedBy: id.Dev, confirmedFor: id.Hana });
    const second = await waiting('Hana');
    await confirmHistory(db, as('Dev'), { id: second.batch });
    expect(await batchRow(second.batch)).toMatchObject({ confirmedBy: id.Dev, confirmedFor: null });
  });

  test.each(['Olive', 'Oskar', 'Ada', 'Cal', 'Adam', 'Otis', 'Hester', 'Nora'] as const)(
    '%s does not, and the try is kept',
    async (name) => {
      const { batch } = await waiting();
      expect(await refused(confirmHistory(db, as(name), { id: batch }))).not.toBe('accepted');
      expect((await batchRow(batch)).confirmedBy).toBeNull();
      expect(await lastEvent()).toMatchObject({ kind: 'step_refused', actorId: id[name] });
    },
  );

  test('Hana does not confirm what she brought in or had a part in, and Dev not what he did', async () => {
    const hers = await waiting('Hana');
    const part = 'You had a part in bringing these figures in: another pair of eyes confirms them.';
    expect(await refused(confirmHistory(db, as('Hana'), { id: hers.batch }))).toBe(part);
    const answered = await waiting('Ada', { authors: [id.Hana] });
    expect(await refused(confirmHistory(db, as('Hana'), { id: answered.batch }))).toBe(part);
    const his = await waiting('Dev');
    expect(await refused(confirmHistory(db, as('Dev'), { id: his.batch }))).toBe(part);
    await confirmHistory(db, as('Hana'), { id: his.batch });
  });

  test('a deputy does not after the last day', async () => {
    const { batch } = await waiting();
    const later = as('Dev', { at: '2026-09-02T09:00:00Z', today: '2026-09-02' });
    expect(await refused(confirmHistory(db, later, { id: batch }))).not.toBe('accepted');
  });

  test.each([
    [
      'the importer',
      (batch: number) =>
        sql`update history_batches set confirmed_by = laid_by, confirmed_at = now() where id = ${batch}`,
    ],
    [
      'the data owner',
      (batch: number) =>
        sql`update history_batches set confirmed_by = ${id.Olive}, confirmed_at = now() where id = ${batch}`,
    ],
    [
      'a deputy for the importer',
      (batch: number) =>
        sql`update history_batches set confirmed_by = ${id.Dev}, confirmed_for = laid_by, confirmed_at = '2026-08-17T10:00Z' where id = ${batch}`,
    ],
    [
      'a deputy whose days are over',
      (batch: number) =>
        sql`update history_batches set confirmed_by = ${id.Dev}, confirmed_for = ${id.Hana}, confirmed_at = '2026-09-17T10:00Z' where id = ${batch}`,
    ],
    [
      'the head of another service',
      (batch: number) =>
        sql`update history_batches set confirmed_by = ${id.Hester}, confirmed_at = now() where id = ${batch}`,
    ],
  ])('past every rule of ours the database refuses %s', async (_, statement) => {
    const { batch } = await waiting();
    expect(await refusal(db.execute(statement(batch)))).toBe('history_takes_two_pairs_of_eyes');
  });

  test('what is confirmed stands: neither batch nor figure is changed or removed', async () => {
    const { batch, measureId } = await waiting();
    await confirmHistory(db, as('Hana'), { id: batch });
    for (const statement of [
      sql`update history_batches set published_in = 'another' where id = ${batch}`,
      sql`update history_batches set confirmed_by = null, confirmed_at = null where id = ${batch}`,
      sql`delete from history_batches where id = ${batch}`,
      sql`update history_figures set value = 99 where batch_id = ${batch}`,
      sql`delete from history_figures where batch_id = ${batch}`,
      sql`truncate history_figures cascade`,
    ])
      expect(await refusal(db.execute(statement))).toBe('history_stands');
    const late = sql`insert into history_figures (batch_id, measure_id, period_start, value) values (${batch}, ${measureId}, '2026-01-01', 90)`;
    expect(await refusal(db.execute(late))).toBe('history_fits_its_batch');
    expect(await refused(discardHistory(db, as('Hana'), { id: batch, reason: 'No.' }))).toMatch(
      /^Hana confirmed these figures at /,
    );
  });
});

describe('or they are thrown away before', () => {
  test('by whoever brought them in, the officer, the head or the deputy, with a reason; then they may come in again', async () => {
    for (const name of ['Ada', 'Hana', 'Dev', 'Oskar'] as const) {
      const { batch, measureId } = await waiting(name === 'Oskar' ? 'Oskar' : 'Ada');
      expect(await refused(discardHistory(db, as(name), { id: batch, reason: ' ' }))).toBe(
        'Say why these figures are thrown away.',
      );
      await discardHistory(db, as(name), { id: batch, reason: 'The wrong file' });
      const { kind, details } = await lastEvent();
      expect(eventSentence({ kind, details, who: name })).toBe(
        `${name} threw away 4 figures of 1 measure, published in the annual report of 20 June 2026: The wrong file.`,
      );
      expect(await db.select().from(historyFigures).where(eq(historyFigures.batchId, batch))).toEqual([]);
      const again = await laid(db, council, { rows: rowsOf(measureId) });
      expect(await refused(confirmHistory(db, as('Hana'), { id: batch }))).toMatch(/ threw these figures away at /);
      await confirmHistory(db, as('Hana'), { id: again });
    }
  });

  test.each(['Cal', 'Adam', 'Otis', 'Hester', 'Nora', 'Olive'] as const)('not by %s', async (name) => {
    const { batch } = await waiting();
    expect(await refused(discardHistory(db, as(name), { id: batch, reason: 'No.' }))).not.toBe('accepted');
    expect((await batchRow(batch)).discardedBy).toBeNull();
  });
});

describe('who sees them before they are confirmed', () => {
  const page = async (name: Name, batch: number | null = null) =>
    historyPage(db, await person(name), 'buses', { batch, page: 1, today });

  test('those who work for the service, with every figure, and nobody else', async () => {
    const { batch } = await waiting();
    for (const name of ['Olive', 'Hana', 'Dev', 'Ada'] as const)
      expect((await page(name, batch))?.measures[0]?.figures.map(({ figure }) => figure)).toEqual([
        '88%',
        '89%',
        '91%',
        '92%',
      ]);
    for (const name of ['Cal', 'Adam', 'Otis', 'Hester', 'Nora'] as const) expect(await page(name, batch)).toBeNull();
    expect(await historyPage(db, await person('Otis'), 'trams', { batch, page: 1, today })).toBeNull();
  });

  test('the head and the deputy find them in their work, whoever brought them in does not', async () => {
    const { batch } = await waiting('Hana');
    const found = async (name: Name) =>
      (await workOf(db, await person(name), today)).items.filter(({ href }) => href.endsWith(`batch=${batch}`));
    expect(await found('Dev')).toMatchObject([
      {
        kind: 'history',
        title: '4 figures of one measure, published elsewhere',
        sentence: 'They wait for your confirmation, before the first edition.',
      },
    ]);
    for (const name of ['Hana', 'Ada', 'Olive'] as const) expect(await found(name)).toEqual([]);
  });

  test('where nobody is left who may confirm them, the page says who is to be named', async () => {
    const { batch } = await waiting('Hana', { authors: [id.Dev] });
    expect((await page('Hana', batch))?.eyesMissing).toBe(
      'Hana and Dev wrote part of this: name a deputy or another head for Buses.',
    );
  });
});

describe('the record is verified', () => {
  test('as it is', async () => {
    expect((await verifyRecord(db)).tampered).toBeNull();
  });

  test.each([
    [
      'a value that was changed',
      'update history_figures set value = 1 where batch_id = (select min(batch_id) from history_figures)',
    ],
    [
      'a mark that was taken away',
      'update history_figures set provisional = true where batch_id = (select min(batch_id) from history_figures)',
    ],
    ['a figure that was taken out', `delete from history_figures where ctid = (select min(ctid) from history_figures)`],
    [
      'a figure that was put in',
      `insert into history_figures select batch_id, measure_id, '1900-01-01', 5 from history_figures limit 1`,
    ],
    ['a batch that is gone with its figures', 'delete from history_figures; delete from history_batches'],
  ])('%s is found', async (_, statement) => {
    const verdict = await afterTampering(db, statement);
    expect(verdict).not.toBe('refused');
    expect(verdict === 'refused' ? '' : verdict.tampered?.table).toMatch(/^history_/);
  });
});

test('a service that has no head waits for one to be named', async () => {
  await db.update(services).set({ headId: null }).where(eq(services.id, trams.id));
  const tram = measures.at(-1)?.id ?? 0;
  const batch = await laid(db, council, { serviceId: trams.id, rows: rowsOf(tram) });
  const view = await historyPage(db, await person('Ada'), 'trams', { batch, page: 1, today });
  expect(view?.eyesMissing).toBe('Nobody heads Trams: name a head, who can approve this.');
});
