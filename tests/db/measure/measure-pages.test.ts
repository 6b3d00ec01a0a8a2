import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { breakSeries } from '@/db/commands/measure/series-breaks';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { openRecord } from '@/db/events/opening';
import { sha256 } from '@/db/hashing/sha256';
import { measurePage } from '@/db/queries/measure/measure-page';
import { editionWithMeasure } from '@/db/queries/published/in-force';
import { frozenPage, oldestPublished, readingsPublished } from '@/db/queries/published/measures';
import { releasePage } from '@/db/queries/release/release-page';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editionReadings, editionSheets } from '@/db/schema';
import { trendOf } from '@/lib/edition/trend-of';
import { canonical } from '@/lib/record/canonical';
import { refusal } from '../../support/council/one-measure-council';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { afterTampering } from '../../support/record/tampering';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 6 });
const { as, person, measures } = await workingCouncil(db, { buses: 2, from: '2026-03-01' });
await openRecord(db, at);
const ada = await person('Ada');
const months = ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'];
const canary = 'Quagga zwieback';
const end = '2026-08-18T00:00:00Z';

async function publish() {
  const page = await releasePage(db, ada, 'buses', today);
  const acknowledged = (page?.findings.warnings ?? []).map(({ id }) => ({ finding: id, reason: 'It follows.' }));
  return publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
}

/** A figure through submission and approval. */
const read = async (code: string, start: string, reading = content()) =>
  approveReading(db, as('Hana'), await submitted(db, as(code === 'bus-01' ? 'Olive' : 'Oskar'), code, reading, start));

/** What the page of a measure shows now: its edition, and its readings as 'period revision value'. */
async function shown(code = 'bus-01', most = 60) {
  const found = await editionWithMeasure(db, code, end);
  if (!found) return null;
  const readings = await readingsPublished(db, { editionId: found.id, code, most });
  const page = await frozenPage(db, found.id, code);
  return {
    number: found.head.number,
    readingLines: readings.map(({ start, revision, value }) => `${start} ${revision} ${value}`),
    readings,
    ...page,
  };
}

test('the first edition tells of every approved reading once, and of no draft', async () => {
  for (const [n, start] of months.slice(0, 3).entries())
    await read('bus-01', start, content({ value: String(88 + n) }));
  const draft = content({ value: '12', comments: canary, actions: [{ text: canary, owner: canary, due: null }] });
  await saveReading(db, as('Olive'), { code: 'bus-01', periodStart: '2026-06-01', version: null, content: draft });
  await publish();
  const page = await shown();
  expect(page?.readingLines).toEqual(['2026-05-01 0 90', '2026-04-01 0 89', '2026-03-01 0 88']);
  expect(page?.sheet?.headline).toBe(
    '90% in May 2026: better than the 89% of Apr 2026, meeting the target of at least 90%.',
  );
  expect(page?.readings[0]).toMatchObject({
    colour: 'green',
    approved: { by: 'head of service', on: '2026-08-17' },
    comments: 'Fewer breakdowns.',
    target: { shape: 'at_least', green: '90' },
  });
  expect(JSON.stringify(page)).not.toContain('Quagga');
  expect(await editionWithMeasure(db, 'tram-01', end)).toBeNull();
  expect(await editionWithMeasure(db, 'bus-01', '2026-08-17T00:00:00Z')).toBeNull();
});

test('the next edition tells only of what is new: one reading more, one row more', async () => {
  await submitReading(db, as('Olive'), await saved('2026-06-01', content({ value: '70' })));
  await approveReading(db, as('Hana'), await version('2026-06-01'));
  const before = await db.$count(editionReadings);
  await publish();
  expect(await db.$count(editionReadings)).toBe(before + 1);
  expect((await shown())?.readingLines).toEqual([
    '2026-06-01 0 70',
    '2026-05-01 0 90',
    '2026-04-01 0 89',
    '2026-03-01 0 88',
  ]);
  // Of a long history only the newest are read.
  expect((await shown('bus-01', 2))?.readingLines).toEqual(['2026-06-01 0 70', '2026-05-01 0 90']);
});

test('a correction is told anew, with what it corrects; the edition before still knows the old figure', async () => {
  const begun = await beginCorrection(db, as('Olive'), await version('2026-05-01'));
  const correction = content({ value: '60', publicNote: 'A depot was counted twice.' });
  const corrected = await saveReading(db, as('Olive'), {
    code: 'bus-01',
    periodStart: '2026-05-01',
    version: begun.version,
    content: correction,
  });
  await submitReading(db, as('Olive'), corrected);
  await approveReading(db, as('Dev'), corrected);
  const old = await editionWithMeasure(db, 'bus-01', end);
  await publish();
  const page = await shown();
  expect(page?.readingLines[1]).toBe('2026-05-01 1 60');
  expect(page?.readings[1]).toMatchObject({
    corrects: { was: '90%', reason: 'error', note: 'A depot was counted twice.' },
    approved: { by: 'deputy of the head of service' },
    colour: 'red',
  });
  expect(page?.sheet?.stillRed).toBe('No action completed yet, still Red after 4 periods.');
  const then = await readingsPublished(db, { editionId: old?.id ?? 0, code: 'bus-01', most: 60 });
  expect(then.map(({ value }) => value)).toEqual(['70', '90', '89', '88']);
  expect(await oldestPublished(db, old?.id ?? 0, 'bus-01')).toBe('2026-03-01');
});

describe('an edition that is withdrawn', () => {
  test('takes what it told with it, and what it told is told again by the next', async () => {
    await read('bus-01', '2026-07-01', content({ value: '95', comments: 'Withdrawn words.' }));
    await publish();
    expect((await shown())?.readingLines[0]).toBe('2026-07-01 0 95');
    await withdrawEdition(db, as('Ada'), { service: 'buses', number: 4, reason: 'Of another council.' });
    const page = await shown();
    expect([page?.number, page?.readingLines[0]]).toEqual([3, '2026-06-01 0 70']);
    expect(JSON.stringify(page)).not.toContain('Withdrawn words');
    await publish();
    expect([(await shown())?.number, (await shown())?.readingLines[0]]).toEqual([5, '2026-07-01 0 95']);
  });

  test('an earlier one takes nothing from the editions that took its readings over', async () => {
    const before = await shown();
    await withdrawEdition(db, as('Ada'), { service: 'buses', number: 2, reason: 'Its note was wrong.' });
    expect((await shown())?.readingLines).toEqual(before?.readingLines);
  });
});

test('a break makes figures on its two sides incomparable, and process control begin anew', async () => {
  const broken = { code: 'bus-01', periodStart: '2026-07-01', reason: 'Counted by satellite.' };
  await breakSeries(db, { who: null, at }, broken);
  await publish();
  const page = await shown();
  expect(page?.row?.travel.sentence).toBe(
    'Cannot be compared: this figure and the one for Jun 2026 are not alike, because there is a break in the series between them.',
  );
  expect(page?.sheet?.changes).toEqual([{ start: '2026-07-01', why: 'break in series: Counted by satellite' }]);
  const { process } = page?.sheet ?? {};
  expect(process?.refused === null && process.segments.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [4, 4],
  ]);
});

test('what an edition told is never changed or removed, and a sheet neither', async () => {
  for (const table of ['edition_readings', 'edition_sheets']) {
    expect(await refusal(db.execute(sql`update ${sql.identifier(table)} set code = 'x'`))).toBe('stands_for_ever');
    expect(await refusal(db.execute(sql`delete from ${sql.identifier(table)}`))).toBe('stands_for_ever');
    expect(await refusal(db.execute(sql`truncate ${sql.identifier(table)}`))).toBe('stands_for_ever');
  }
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('a later sheet is kept on an earlier one, read whole, and missed where that is altered, taken away or another', async () => {
  const kept = await db.select().from(editionSheets).where(eq(editionSheets.code, 'bus-01'));
  const resting = kept.filter(({ baseEditionId }) => baseEditionId !== null);
  expect(resting.length).toBeGreaterThan(0);
  const [{ editionId, baseEditionId }] = resting as [(typeof resting)[number]];
  const { sheet, row } = (await frozenPage(db, editionId, 'bus-01')) ?? {};
  expect(sheet && sha256(canonical(sheet))).toBe(row?.sheet);
  const of = (id: number | null) => `where edition_id = ${id} and code = 'bus-01'`;
  for (const altered of [
    `update edition_sheets set base_edition_id = null ${of(editionId)}`,
    `update edition_sheets set sheet = sheet - 'onBase' ${of(editionId)}`,
    `update edition_sheets set sheet = (select s.sheet from edition_sheets s where s.edition_id = ${baseEditionId} and s.code = 'bus-02') ${of(baseEditionId)}`,
    `delete from edition_sheets ${of(baseEditionId)}`,
    `update edition_sheets set base_edition_id = -1 ${of(baseEditionId)}`,
  ])
    expect(await afterTampering(db, altered), altered).toMatchObject({ tampered: { table: 'edition_sheets' } });
});

describe('the page for its people', () => {
  test('shows drafts with their state, and nothing to those who do not work for the service', async () => {
    await saveReading(db, as('Oskar'), {
      code: 'bus-02',
      periodStart: '2026-07-01',
      version: null,
      content: content({ value: '33' }),
    });
    for (const who of ['Olive', 'Oskar', 'Hana', 'Dev', 'Ada'] as const) {
      const page = await measurePage(db, await person(who), 'bus-02', today);
      expect(page?.readings.map(({ value, unpublished }) => [value, unpublished])).toEqual([['33', 'a draft']]);
      expect(page?.baselines === null, who).toBe(who !== 'Ada');
    }
    for (const who of ['Cal', 'Adam', 'Otis', 'Hester', 'Nora'] as const)
      expect(await measurePage(db, await person(who), 'bus-02', today), who).toBeNull();
    expect(await measurePage(db, ada, 'bus-99', today)).toBeNull();
  });

  test('its headline and its chart tell of the same figure, be it only a draft', async () => {
    const page = await measurePage(db, ada, 'bus-02', today);
    if (!page) throw new Error('there is no page');
    const last = trendOf(page.sheet, page.readings).periods.at(-1);
    expect([last?.label, last?.value, last?.unpublished]).toEqual(['Jul 2026', '33', 'a draft']);
    expect([page.row.period?.label, page.row.current.text]).toEqual(['Jul 2026', '33%']);
    expect(page.sheet.headline).toMatch(/^33% in July 2026/);
    expect(page.row.trend.points.at(-1)).toMatchObject({ start: '2026-07-01', value: '33' });
  });

  test('a correction that is begun stands in the place of what it corrects, marked', async () => {
    await beginCorrection(db, as('Olive'), await version('2026-04-01'));
    const page = await measurePage(db, ada, 'bus-01', today);
    const marked = page?.readings.filter(({ unpublished }) => unpublished);
    expect(marked?.map(({ start, unpublished }) => [start, unpublished])).toEqual([['2026-04-01', 'a draft']]);
    expect(page?.readings).toHaveLength(5);
  });
});

describe('an action of an earlier period', () => {
  test('is told to be done by a later reading, only if it was told', async () => {
    const plan = content({
      value: '40',
      actions: [{ text: 'Buy two buses', owner: 'Head of Buses', due: '2026-12-31' }],
    });
    await read('bus-02', '2026-05-01', plan);
    const done = (text: string) => content({ completed: [{ start: '2026-05-01', text }] });
    const save = (text: string) =>
      saveReading(db, as('Oskar'), { code: 'bus-02', periodStart: '2026-06-01', version: null, content: done(text) });
    expect(await refused(save('Buy three buses'))).toMatch(/“Buy three buses” is not an action of an earlier period/);
    const kept = await save('Buy two buses');
    await approveReading(db, as('Hana'), await submitReading(db, as('Oskar'), kept));
    await publish();
    expect((await shown('bus-02'))?.readings[0]?.completed).toEqual([{ start: '2026-05-01', text: 'Buy two buses' }]);
    expect((await verifyRecord(db)).tampered).toBeNull();
  });
});

const newest = (start: string) =>
  db.query.readings.findFirst({
    where: (reading, { and }) => and(eq(reading.periodStart, start), eq(reading.measureId, measures[0]?.id ?? 0)),
    orderBy: (reading, { desc }) => desc(reading.revision),
  });

/** The newest revision of a period of bus-01, as a step carries it. */
async function version(start: string) {
  const reading = await newest(start);
  return { readingId: reading?.id ?? 0, version: reading?.version ?? 0 };
}

/** Olive saves a period of bus-01 anew. */
const saved = async (periodStart: string, reading: ReturnType<typeof content>) =>
  saveReading(db, as('Olive'), {
    code: 'bus-01',
    periodStart,
    version: (await newest(periodStart))?.version ?? null,
    content: reading,
  });
