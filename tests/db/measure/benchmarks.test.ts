import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { enterBenchmark, removeBenchmark } from '@/db/commands/measure/benchmarks';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { benchmarksOf } from '@/db/facts/measure-series';
import { benchmarkPage } from '@/db/queries/measure/benchmarks';
import { verifyRecord } from '@/db/queries/verify/verify';
import { benchmarks, benchmarkValues, events } from '@/db/schema';
import type { EventKind } from '@/lib/record/event';
import { eventSentence } from '@/lib/record/event-sentence';
import { at, type Name, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const council = await workingCouncil(db);
await openRecord(db, at);
const { as, id, buses } = council;
const measureId = council.measures[0]?.id ?? 0;

type Enter = Parameters<typeof enterBenchmark>[2];
const year = (until: string, value: string, was?: string | null) => ({
  from: `${Number(until.slice(0, 4)) - 1}-04-01`,
  until,
  value,
  ...(was !== undefined && { was }),
});
const england: Enter = {
  code: 'bus-01',
  name: 'England',
  source: 'DfT, table BUS0902',
  alike: true,
  note: 'Counted alike.',
  values: [year('2025-03-31', '83.2'), year('2026-03-31', '84.0')],
};
const enter = (more: Partial<Enter> = {}, who: Name = 'Ada', key?: string) =>
  enterBenchmark(db, as(who, { key }), { ...england, ...more });
const remove = (name = 'England', who: Name = 'Ada', key?: string, reason = 'The table was withdrawn.') =>
  removeBenchmark(db, as(who, { key }), { code: 'bus-01', name, reason });

const here = async () =>
  (await benchmarksOf(db, [measureId])).map(({ name, source, alike, note, values }) => ({
    name,
    source,
    alike,
    note,
    values: values.map(({ until, value }) => `${until} ${value}`),
  }));
const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.id)).limit(1))[0];
const sentencesOf = async (kind: EventKind) =>
  (await db.select().from(events).where(eq(events.kind, kind)).orderBy(asc(events.id))).map(({ details }) =>
    eventSentence({ kind, details, who: 'Ada' }),
  );

describe('what is refused', () => {
  test.each<[string, Partial<Enter>, RegExp | string]>([
    ['no name', { name: ' ' }, /^Say whose figures/],
    ['a long name', { name: 'x'.repeat(101) }, 'This can have 100 characters: shorten it.'],
    ['no source', { source: '' }, /^Say where the figures come from/],
    ['no note', { note: '\n' }, /^Say in a sentence how alike/],
    ['no figure', { values: [] }, 'Give at least one figure.'],
    ['501 figures', { values: Array.from({ length: 501 }, () => year('2025-03-31', '1')) }, /at most 500/],
    ['a day that is none', { values: [{ from: '2025-02-29', until: '2025-03-31', value: '1' }] }, /not a day/],
    ['a year that cannot be meant', { values: [{ from: '0025-03-01', until: '2025-03-31', value: '1' }] }, /not a day/],
    [
      'an end before its beginning',
      { values: [{ from: '2025-04-01', until: '2025-03-31', value: '1' }] },
      /^Its last day/,
    ],
    ['a day to come', { values: [{ from: '2026-08-01', until: '2026-08-18', value: '1' }] }, /has not come yet/],
    ['a decimal comma', { values: [year('2025-03-31', '83,2')] }, /comma is not a decimal point/],
    ['words', { values: [year('2025-03-31', 'eighty')] }, /in words/],
    ['not a number', { values: [year('2025-03-31', 'NaN')] }, /is not a number/],
    ['more than 100%', { values: [year('2025-03-31', '100.1')] }, /outside 0% to 100%/],
    ['two for one day', { values: [year('2025-03-31', '1'), year('2025-03-31', '2')] }, /^There are two figures/],
    ['a measure that is not there', { code: 'bus-99' }, 'There is no such measure.'],
  ])('%s', async (_, more, sentence) => {
    await expect(enter(more)).rejects.toThrow(sentence);
    expect(await db.$count(benchmarks)).toBe(0);
    expect(await db.$count(events, ne(events.kind, 'record_opened'))).toBe(0);
  });

  test.each(['Olive', 'Hana', 'Dev', 'Cal', 'Adam', 'Otis', 'Nora'] as const)(
    '%s, and the try is recorded',
    async (who) => {
      expect(await refused(enter({}, who))).toMatch(/^Only the performance officer/);
      expect(await lastEvent()).toMatchObject({ kind: 'step_refused', actorId: id[who], subjectId: measureId });
      expect(await refused(remove('England', who))).toMatch(/^Only the performance officer/);
      expect((await sentencesOf('step_refused')).at(-1)).toMatch(
        /^Ada tried to remove figures of others beside measure 1, and was told/,
      );
      expect(await db.$count(benchmarks)).toBe(0);
    },
  );
});

describe('entering', () => {
  test('begins a series with figures as people type them, and is recorded with all of them', async () => {
    const values = [year('2025-03-31', '83.2%'), year('2026-03-31', ' 84.0 ')];
    expect(await enter({ name: ' England ', values })).toEqual({ name: 'England', figures: 2 });
    expect(await here()).toEqual([
      {
        name: 'England',
        source: 'DfT, table BUS0902',
        alike: true,
        note: 'Counted alike.',
        values: ['2025-03-31 83.2', '2026-03-31 84'],
      },
    ]);
    expect(await sentencesOf('comparator_entered')).toEqual(['Ada entered 2 figures of England beside measure 1.']);
    expect((await lastEvent())?.details).toMatchObject({
      values: [
        { ...year('2025-03-31', '83.2'), was: null },
        { ...year('2026-03-31', '84'), was: null },
      ],
    });
  });

  test('again under the name in other letters corrects what is mentioned, and nothing else is lost', async () => {
    const more = { name: 'ENGLAND', source: 'DfT, revised', alike: false, note: 'Without London.' };
    const values = [year('2026-03-31', '84.5', '84'), year('2024-03-31', '80')];
    expect(await enter({ ...more, values })).toEqual({ name: 'England', figures: 2 });
    expect(await here()).toEqual([
      { ...more, name: 'England', values: ['2024-03-31 80', '2025-03-31 83.2', '2026-03-31 84.5'] },
    ]);
    expect((await lastEvent())?.details).toMatchObject({
      values: [
        { until: '2024-03-31', was: null },
        { until: '2026-03-31', value: '84.5', was: '84' },
      ],
      was: { source: 'DfT, table BUS0902', alike: true, note: 'Counted alike.' },
    });
  });

  test('nothing new is refused; one figure may stand beside others that are here already', async () => {
    const series = { source: 'DfT, revised', alike: false, note: 'Without London.' };
    expect(await refused(enter({ ...series, values: [year('2024-03-31', '80')] }))).toMatch(
      /^All of this is here already/,
    );
    const values = [year('2024-03-31', '80'), year('2023-03-31', '79')];
    expect(await enter({ ...series, values })).toEqual({ name: 'England', figures: 1 });
    expect((await sentencesOf('comparator_entered')).at(-1)).toBe('Ada entered 1 figure of England beside measure 1.');
    // The same figure for another span is another figure.
    const span = { from: '2023-01-01', until: '2023-03-31', value: '79' };
    expect(await enter({ ...series, values: [span] })).toEqual({ name: 'England', figures: 1 });
  });

  test('the same form twice is entered once; of two at once, who saw something else is told', async () => {
    const key = 'k'.repeat(16);
    const region = { name: 'North East', values: [year('2025-03-31', '85', null)] };
    const first = await Promise.all([enter(region, 'Ada', key), enter(region, 'Ada', key)]);
    expect(first).toEqual([
      { name: 'North East', figures: 1 },
      { name: 'North East', figures: 1 },
    ]);
    const values = (value: string) => [year('2026-03-31', value, null)];
    const both = await Promise.all([
      refused(enter({ ...region, values: values('86') })),
      refused(enter({ ...region, values: values('87') })),
    ]);
    expect(both.sort()).toEqual([
      'The figure of North East up to 31 March 2026 was changed meanwhile: check the figures again.',
      'accepted',
    ]);
    const [, series] = await here();
    expect(series?.values).toHaveLength(2);
  });

  test('two that begin the same series at once make one', async () => {
    const name = 'Neighbours';
    const both = await Promise.all([refused(enter({ name })), refused(enter({ name: 'neighbours' }))]);
    expect(both.sort()).toEqual(
      ['All of this is here already: nothing of Neighbours changes.', 'accepted'].map((end) =>
        expect.stringMatching(new RegExp(end, 'i')),
      ),
    );
    expect(await db.$count(benchmarks)).toBe(3);
    await remove(name);
  });

  test('waits for an announced release; the next edition has it on the sheet of the measure', async () => {
    const { findings } = await nextEdition(db, buses, today, 'signed');
    const acknowledged = findings.warnings.map(({ id }) => ({ finding: id, reason: 'Known' }));
    const dueAt = '2026-08-18T08:30:00Z';
    const announcement = { service: 'buses', asAt: today, note: null, acknowledged, dueAt };
    const { id: announced } = await announceRelease(db, as('Ada'), announcement);
    expect(await refused(enter({ values: [year('2022-03-31', '70')] }))).toMatch(/^Edition 1 is announced for/);
    await cancelRelease(db, as('Ada'), { id: announced, dueAt, reason: 'Not yet.' });
    const { pages } = await nextEdition(db, buses, today, 'signed');
    expect(pages[0]?.sheet.benchmarks.map(({ name }) => name)).toEqual(['England', 'North East']);
  });
});

describe('the page', () => {
  test('is for the performance officer alone', async () => {
    for (const who of ['Olive', 'Hana', 'Cal', 'Adam', 'Nora'] as const)
      expect(await benchmarkPage(db, await council.person(who), 'bus-01')).toBeNull();
    expect(await benchmarkPage(db, await council.person('Ada'), 'bus-99')).toBeNull();
    const page = await benchmarkPage(db, await council.person('Ada'), 'bus-01');
    expect(page).toMatchObject({ measure: { code: 'bus-01', number: 1 }, service: { slug: 'buses', name: 'Buses' } });
    expect(page?.series.map(({ name, values }) => [name, values.length])).toEqual([
      ['England', 4],
      ['North East', 2],
    ]);
  });
});

describe('removing', () => {
  test('needs a reason and a series that is there', async () => {
    expect(await refused(remove('England', 'Ada', undefined, ' '))).toBe('Say why the figures of England are removed.');
    expect(await refused(remove('Wales'))).toBe('There is no such comparator beside this measure any more.');
  });

  test('of two at once one is told; the record keeps every figure; the same form twice gets the first answer', async () => {
    const both = await Promise.all([refused(remove('england')), refused(remove())]);
    expect(both.sort()).toEqual(['There is no such comparator beside this measure any more.', 'accepted']);
    expect((await sentencesOf('comparator_removed')).at(-1)).toBe(
      'Ada removed the figures of England beside measure 1: The table was withdrawn.',
    );
    const [, removed] = await db
      .select()
      .from(events)
      .where(eq(events.kind, 'comparator_removed'))
      .orderBy(asc(events.id));
    expect(removed?.details.values).toHaveLength(4);
    const key = 'r'.repeat(16);
    expect([await remove('North East', 'Ada', key), await remove('North East', 'Ada', key)]).toEqual([
      { name: 'North East' },
      { name: 'North East' },
    ]);
    expect(await db.$count(benchmarkValues)).toBe(0);
    expect(await db.$count(events, and(eq(events.kind, 'comparator_removed'), eq(events.subjectId, measureId)))).toBe(
      3,
    );
    expect((await verifyRecord(db)).tampered).toBeNull();
  });
});
