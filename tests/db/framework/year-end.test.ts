import { setTimeout } from 'node:timers/promises';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { setOutturn } from '@/db/commands/measure/outturns';
import { closeYear } from '@/db/commands/measure/year-close';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { outturnPage } from '@/db/queries/framework/outturns';
import { unclosedFor, yearEndList, yearEndPage } from '@/db/queries/framework/year-end';
import { workingScorecard } from '@/db/queries/service/working-scorecard';
import { verifyRecord } from '@/db/queries/verify/verify';
import { workOf } from '@/db/queries/work/work';
import { editionRows, events, measures, outturns, readings, roles } from '@/db/schema';
import type { OutturnDraft } from '@/lib/framework/outturn-entry';
import type { Content } from '@/lib/reading/content';
import { eventSentence } from '@/lib/record/event-sentence';
import { periodsOfYear } from '@/lib/series/measure-year';
import { mistyped } from '../../support/council/mistyped';
import {
  at,
  content,
  ending,
  type Name,
  refused,
  submitted,
  today,
  workingCouncil,
} from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 12 });
const { as, id, person, buses } = await workingCouncil(db, { buses: 4, from: '2025-04-01' });
await db.insert(roles).values({ personId: id.Nora, role: 'performance_officer' });
await db.update(measures).set({ comparator: 'previous_year' });
// Buses 1 and the trams are figures at the end of each month; the others are of single months.
await db
  .update(measures)
  .set({ window: 'snapshot' })
  .where(inArray(measures.code, ['bus-01', 'tram-01']));
await openRecord(db, at);

const months = periodsOfYear({ frequency: 'monthly', startMonth: 4 }, 2025).map(({ start }) => start);
const parts = (numerator: string, denominator: string): Partial<Content> => ({ value: null, numerator, denominator });
async function approved(code: string, start: string, says: Partial<Content>, owner: Name = 'Olive') {
  const seen = await submitted(db, as(owner), code, content({ unusual: 'It was so.', ...says }), start);
  return approveReading(db, as('Hana'), seen);
}
const pageOf = async (who: Name = 'Ada') => {
  const page = await yearEndPage(db, await person(who), 'buses', today);
  if (!page) throw new Error('the page is not there');
  return page;
};
const rowOf = async (code: string) => {
  const row = (await pageOf()).rows.find((each) => each.code === code);
  if (!row) throw new Error(`${code} is not there`);
  return row;
};
const confirm = async (codes: string[], who: Name = 'Ada') => {
  const { rows } = await pageOf(who);
  const chosen = rows.filter(({ code }) => codes.includes(code)).map(({ code, seen }) => ({ code, seen }));
  return (more = {}) => closeYear(db, as(who, more), { service: 'buses', confirm: chosen });
};
const sentences = async (count: number) => {
  const last = await db
    .select({ kind: events.kind, details: events.details })
    .from(events)
    .where(eq(events.kind, 'outturn_set'))
    .orderBy(desc(events.id))
    .limit(count);
  return last.map(({ kind, details }) => eventSentence({ kind, details, who: 'Ada' })).toReversed();
};
async function publish(asAt: string) {
  const { findings } = await nextEdition(db, buses, asAt, 'signed');
  const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'Known' }));
  const acting = as('Ada', { at: `${asAt}T11:00:00Z`, today: asAt });
  return publishEdition(db, acting, { service: 'buses', asAt, note: null, acknowledged });
}

beforeAll(async () => {
  for (const [index, start] of months.entries()) {
    await approved('bus-02', start, parts(index === 0 ? '1000' : '90', index === 0 ? '1000' : '100'));
    if (index > 0) await approved('bus-03', start, { value: '80' });
  }
  await approved('bus-01', '2026-02-01', parts('80', '100'));
  await approved('bus-01', '2026-03-01', parts('85', '100'));
});

describe('in the new year', () => {
  test('nobody is asked before an edition was published in the old one; then the officer is, and the scorecard names her', async () => {
    expect(await unclosedFor(db, await person('Ada'), today)).toEqual([]);
    await publish('2026-03-20');
    expect(await unclosedFor(db, await person('Ada'), today)).toEqual([
      { slug: 'buses', name: 'Buses', year: '2025/26', open: 3 },
    ]);
    expect(await unclosedFor(db, await person('Hana'), today)).toEqual([]);
    expect(await unclosedFor(db, await person('Ada'), '2026-03-31')).toEqual([]);
    const { items } = await workOf(db, await person('Ada'), today);
    expect(items.find(({ kind }) => kind === 'year_end')).toMatchObject({
      title: '2025/26 of Buses',
      sentence: '2025/26 is over: three measures not closed yet.',
      href: '/settings/year-end/buses',
    });
    const working = await workingScorecard(db, await person('Olive'), 'buses', today);
    expect(working?.unclosed).toEqual({
      sentence: '2025/26 is not closed yet for measures 1, 2 and 3: Ada and Nora close it.',
      href: null,
    });
    expect(working?.rows.map(({ previous }) => previous.why)).toEqual([
      '2025/26 not closed yet.',
      '2025/26 not closed yet.',
      '2025/26 not closed yet.',
      'No earlier figure.',
    ]);
    expect(working?.rows[0]?.travel.sentence).toMatch(/no figure for 2025\/26, because the year is not closed yet\.$/);
  });

  test('each measure stands where it belongs, with how its figure was reached', async () => {
    const { rows, year, newYear } = await pageOf();
    expect([year, newYear]).toEqual(['2025/26', '2026/27']);
    expect(rows.map(({ code, group, figure, words, action }) => [code, group, figure, words, action])).toEqual([
      ['bus-01', 'certain', '85%', 'The last figure, at 31 March 2026: 85 of 100', null],
      ['bus-02', 'certain', '95%', 'Pooled: 1,990 of 2,100 in the 12 months', null],
      [
        'bus-03',
        'need',
        null,
        'No parts are kept, so the 12 months cannot be pooled. April 2025 is not here yet: due 14 May 2025, with Olive',
        'write',
      ],
      ['bus-04', 'need', null, 'April 2025 and 11 more are not here yet: due 14 May 2025, with Oskar', 'write'],
    ]);
    expect(rows[0]?.target).toEqual({ words: 'at least 90%', note: 'carried on', isWanting: false });
    expect((await yearEndList(db, await person('Ada'), today))?.services[0]).toEqual({
      slug: 'buses',
      name: 'Buses',
      closed: 0,
      certain: 2,
      need: 2,
      waits: true,
    });
  });
});

test('another figure than the readings give is entered with a reason, and not without', async () => {
  const page = await outturnPage(db, await person('Ada'), 'bus-02', today);
  const { shown = '', text = '' } = page?.proposal?.figure ?? {};
  const enter = (draft: { value: string; reason: string }) => {
    const entered = { year: 2025, source: 'A list', ...draft };
    const ground = page?.proposal?.seen ?? '';
    return setOutturn(db, as('Ada'), { code: 'bus-02', draft: entered, was: page?.was ?? {}, ground });
  };
  expect(shown).toMatch(/^\d+%$/);
  expect(await mistyped(enter({ value: '12', reason: ' ' }))).toBe(
    `The readings of 2025/26 give ${shown}: say why another figure is entered.`,
  );
  await expect(
    db.transaction(async (tx) => {
      const inside = tx as unknown as typeof db;
      await setOutturn(inside, as('Ada'), {
        code: 'bus-02',
        draft: { year: 2025, value: text, source: 'As proposed', reason: '' },
        was: page?.was ?? {},
        ground: page?.proposal?.seen ?? '',
      });
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
});

describe('confirming', () => {
  test('is refused with a sentence where a figure was corrected meanwhile', async () => {
    const act = await confirm(['bus-01', 'bus-02']);
    await publish('2026-04-20');
    const [march] = await db
      .select()
      .from(readings)
      .where(and(eq(readings.measureId, 1), eq(readings.periodStart, '2026-03-01')));
    const begun = await beginCorrection(db, as('Olive'), { readingId: march?.id ?? 0, version: march?.version ?? 0 });
    expect((await rowOf('bus-01')).words).toMatch(/A correction of March 2026 is on its way, with Olive$/);
    const corrected = content({ ...parts('86', '100'), publicNote: 'A depot was missed.' });
    const place = { code: 'bus-01', periodStart: '2026-03-01', version: begun.version, content: corrected };
    const seen = await submitReading(db, as('Olive'), await saveReading(db, as('Olive'), place));
    await approveReading(db, as('Hana'), seen);
    expect(await refused(act())).toBe(
      'The figures of measure 1 changed while you had the page open: they now give 86% for 2025/26. Nothing was saved: look at the list again.',
    );
    expect(await db.$count(outturns)).toBe(0);
  });

  test('what is not certain, or of another service, is refused', async () => {
    expect(await refused((await confirm(['bus-03']))())).toBe(
      '2025/26 of measure 3 is not certain: decide it by itself.',
    );
    const tram = { service: 'buses', confirm: [{ code: 'tram-01', seen: '0'.repeat(64) }] };
    expect(await refused(closeYear(db, as('Ada'), tram))).toBe('One of these measures is not of this service.');
  });

  test('of two officers one closes the year, and the other is told with both figures; the same form twice is one', async () => {
    const first = await confirm(['bus-01', 'bus-02']);
    const second = await confirm(['bus-02'], 'Nora');
    const key = 'k'.repeat(20);
    const ends = await Promise.all([ending(first({ key })), ending(second()), ending(first({ key }))]);
    const [ada, nora, again] = ends;
    expect(ada).toEqual(again);
    const lost = 'refused' in (ada ?? {}) ? ada : nora;
    expect(lost).toMatchObject({
      refused: expect.stringMatching(
        /^(Ada|Nora) closed 2025\/26 of measure 2 while you had the page open, with 95%; you were confirming 95%\./,
      ),
    });
    if (ada && 'refused' in ada) await (await confirm(['bus-01']))();
    expect(
      await db.select({ year: outturns.year, value: outturns.value, source: outturns.source }).from(outturns),
    ).toEqual(
      expect.arrayContaining([
        { year: 2025, value: '86', source: 'The last figure, at 31 March 2026: 86 of 100' },
        { year: 2025, value: '94.76190476190476190476', source: 'Pooled: 1,990 of 2,100 in the 12 months' },
      ]),
    );
    expect(await sentences(2)).toContain(
      'Ada confirmed the outturn of measure 1 for 2025/26: 86% (The last figure, at 31 March 2026: 86 of 100).',
    );
    expect((await pageOf()).rows.map(({ group }) => group)).toEqual(['closed', 'closed', 'need', 'need']);
  });

  test('a figure that is corrected after it was confirmed comes back to the officer', async () => {
    const [late] = await db
      .select()
      .from(readings)
      .where(and(eq(readings.measureId, 2), eq(readings.periodStart, '2025-05-01')));
    const begun = await beginCorrection(db, as('Olive'), { readingId: late?.id ?? 0, version: late?.version ?? 0 });
    const corrected = content({ ...parts('10', '100'), publicNote: 'Another.', unusual: 'So it was.' });
    const place = { code: 'bus-02', periodStart: '2025-05-01', version: begun.version, content: corrected };
    const seen = await submitReading(db, as('Olive'), await saveReading(db, as('Olive'), place));
    await approveReading(db, as('Hana'), seen);
    const row = await rowOf('bus-02');
    expect([row.group, row.figure, row.action]).toEqual(['need', '95%', 'decide']);
    expect(row.words).toMatch(/^Confirmed as 95% by (you|Nora) on .*; corrected since, its figures now give 91%$/);
  });
});

test('a confirmation and a return of the figure at the same time: either it is refused, or the officer sees it again', async () => {
  for (const turn of ['first', 'second']) {
    const says = content({ value: turn === 'first' ? '70' : '71', unusual: 'It was so.' });
    const [last] = await db.select().from(readings).where(eq(readings.measureId, 5)).orderBy(desc(readings.id));
    const place = { code: 'tram-01', periodStart: '2026-03-01', version: last?.version ?? null, content: says };
    const sent = await submitReading(db, as('Otis'), await saveReading(db, as('Otis'), place));
    const seen = await approveReading(db, as('Hester'), sent);
    const page = await yearEndPage(db, await person('Ada'), 'trams', today);
    const confirm = (page?.rows ?? []).map(({ code, seen: shown }) => ({ code, seen: shown }));
    const [closed, returned] = await Promise.all([
      ending(closeYear(db, as('Ada'), { service: 'trams', confirm })),
      ending(returnReading(db, as('Hester'), { ...seen, reason: 'Look again.', suggested: null })),
    ]);
    expect(returned).toHaveProperty('done');
    const [row] = (await yearEndPage(db, await person('Ada'), 'trams', today))?.rows ?? [];
    expect([row?.group, row?.closed !== null]).toEqual(['need', 'done' in closed]);
    if ('done' in closed)
      return expect(row?.words).toMatch(/^Confirmed as 7\d% by you on .*; since then, March 2026 is/);
    expect(closed.refused).toMatch(/changed while you had the page open: they now give no figure for 2025\/26/);
  }
});

test('whoever confirms waits for a correction that is under way, and is held against what it leaves', async () => {
  const measure = sql`measure_id = (select id from measures where code = 'bus-03')`;
  let release = () => {};
  const gone = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = () => {};
  const holds = new Promise<void>((resolve) => {
    held = resolve;
  });
  const correction = db.transaction(async (tx) => {
    await tx.execute(sql`select id from readings where ${measure} and period_start = '2026-03-01' for update`);
    held();
    await gone;
  });
  await holds;
  let isOver = false;
  const closing = refused(
    closeYear(db, as('Ada'), { service: 'buses', confirm: [{ code: 'bus-03', seen: 'x'.repeat(64) }] }),
  ).finally(() => {
    isOver = true;
  });
  await setTimeout(400);
  expect(isOver).toBe(false);
  release();
  await correction;
  expect(await closing).toMatch(/changed while you had the page open/);
});

describe('one by one', () => {
  const enter = async (code: string, draft: Partial<OutturnDraft>, stale = false) => {
    const page = await outturnPage(db, await person('Ada'), code, today);
    const entered = { year: 2025, value: '', source: '', reason: '', ...draft };
    const ground = stale ? 'x'.repeat(64) : (page?.proposal?.seen ?? '');
    return setOutturn(db, as('Ada'), { code, draft: entered, was: page?.was ?? {}, ground });
  };

  test('a figure is typed as provisional with why, and the officer still sees it', async () => {
    const typed = { value: '81', source: 'The depots’ own count', standing: 'provisional' } as const;
    expect(await mistyped(enter('bus-03', typed))).toBe('Say why the figure may still change.');
    await enter('bus-03', { ...typed, why: 'April is being counted.' });
    const [kept] = await db.select().from(outturns).where(eq(outturns.measureId, 3));
    expect(kept).toMatchObject({ value: '81', whyProvisional: 'April is being counted.' });
    const row = await rowOf('bus-03');
    expect([row.group, row.figure, row.isProvisional]).toEqual(['need', '81%', true]);
    const [frozen] = (await nextEdition(db, buses, today, 'signed')).rows.filter(({ code }) => code === 'bus-03');
    expect(frozen?.previous).toEqual({ text: '81%', why: null, label: '2025/26', marks: ['p'] });
    expect(frozen?.notes).toContain('2025/26 is provisional: April is being counted.');
  });

  test('why there is none is said on the scorecard', async () => {
    expect(await mistyped(enter('bus-04', { standing: 'none' }))).toBe('Say why there is no figure for the year.');
    await enter('bus-04', { standing: 'none', why: 'nobody counted before April 2026' });
    expect(await sentences(1)).toEqual([
      'Ada entered the outturn of measure 4 for 2025/26: none: nobody counted before April 2026.',
    ]);
    const [frozen] = (await nextEdition(db, buses, today, 'signed')).rows.filter(({ code }) => code === 'bus-04');
    expect(frozen?.previous.why).toBe('Nobody counted before April 2026.');
    expect((await rowOf('bus-04')).group).toBe('closed');
  });

  test('what an edition has shown changes with a reason and a word to the public, and editions before stay as they were', async () => {
    await publish('2026-08-16');
    const before = await db.select().from(editionRows);
    expect(await mistyped(enter('bus-03', { value: '82', source: 'The depots' }))).toBe(
      '81% is entered for this year already: say why it changes. Edition 3 shows 81%: tell the public in a sentence why it changes.',
    );
    const change = {
      value: '82',
      source: 'The depots',
      reason: 'A depot was late.',
      publicNote: 'One depot was missed.',
    };
    expect(await refused(enter('bus-03', change, true))).toMatch(
      /^The figures of Buses on time 3 for 2025\/26 changed/,
    );
    await enter('bus-03', change);
    const [frozen] = (await nextEdition(db, buses, today, 'signed')).rows.filter(({ code }) => code === 'bus-03');
    expect(frozen?.previous.marks).toEqual(['r']);
    expect(frozen?.notes).toContain('2025/26 was revised: was 81%, now 82%; One depot was missed.');
    expect(await db.select().from(editionRows)).toEqual(before);
  });

  test('the figure that its readings give is kept with all its decimals, however it stood in its field', async () => {
    const page = await outturnPage(db, await person('Ada'), 'bus-02', today);
    expect(page?.proposal?.figure).toEqual({
      shown: '91%',
      text: '90.95',
      words: 'Pooled: 1,910 of 2,100 in the 12 months',
      isProvisional: false,
    });
    await enter('bus-02', {
      value: page?.proposal?.figure?.text ?? '',
      source: page?.proposal?.figure?.words ?? '',
      reason: 'May was corrected.',
      publicNote: 'May was counted again.',
    });
    const here = await measureRecord(db, await person('Ada'), 'bus-02', today);
    expect(here?.record.outturns[0]?.value).toBe('90.95238095238095238095');
    expect((await rowOf('bus-02')).group).toBe('closed');
  });
});

test('nobody else sees it, and the record holds', async () => {
  for (const name of ['Hana', 'Olive', 'Cal', 'Adam'] as const) {
    expect(await yearEndPage(db, await person(name), 'buses', today)).toBeNull();
    expect(await yearEndList(db, await person(name), today)).toBeNull();
  }
  expect((await verifyRecord(db)).tampered).toBeNull();
});

describe('a year that was over before the latest one', () => {
  const inTwoYears = '2027-08-17';
  const older = async () => yearEndPage(db, await person('Ada'), 'buses', inTwoYears, '2025');

  test('has its own page, with what its readings give; no other word is a year', async () => {
    const page = await older();
    expect(page).toMatchObject({ year: '2025/26', previousYear: '2024/25', newYear: '2026/27', isLatest: false });
    expect(page?.others.map(({ name }) => name)).toEqual(['2026/27']);
    expect(page?.rows.find(({ code }) => code === 'bus-02')).toMatchObject({ figure: '91%', group: 'closed' });
    for (const named of ['2022', '2027', 'x'])
      expect(await yearEndPage(db, await person('Ada'), 'buses', inTwoYears, named)).toBeNull();
  });

  test('is closed as it is shown, and not as the latest one is', async () => {
    // An outturn goes past the record, which was verified before.
    const own = and(eq(outturns.measureId, measures.id), eq(outturns.year, 2025), eq(measures.code, 'bus-02'));
    await db.delete(outturns).where(sql`exists (select from ${measures} where ${own})`);
    const seen = (await older())?.rows.find(({ code }) => code === 'bus-02')?.seen ?? '';
    const closing = (year?: string) =>
      closeYear(db, as('Ada', { today: inTwoYears }), {
        service: 'buses',
        confirm: [{ code: 'bus-02', seen }],
        ...(year && { year }),
      });
    expect(await refused(closing())).toMatch(/^The figures of measure 2 changed while you had the page open/);
    expect(await refused(closing('2022'))).toMatch(/^This year cannot be closed here/);
    await closing('2025');
    expect(await sentences(1)).toEqual([expect.stringMatching(/measure 2 for 2025\/26.*91%/)]);
  });

  test('and one by itself is held against the readings of its own year', async () => {
    const page = await outturnPage(db, await person('Ada'), 'bus-01', inTwoYears, '2025');
    expect(page?.proposal).toMatchObject({ year: 2025, figure: { shown: '86%' } });
    const latest = await outturnPage(db, await person('Ada'), 'bus-01', inTwoYears);
    expect(latest?.proposal?.year).toBe(2026);
    const enter = (ground: string, reason = '') => {
      const draft = { year: 2025, value: '12', source: 'A list', reason, publicNote: 'A depot was missed.' };
      return setOutturn(db, as('Ada', { today: inTwoYears }), { code: 'bus-01', draft, was: page?.was ?? {}, ground });
    };
    expect(await refused(enter(latest?.proposal?.seen ?? '', 'So it was.'))).toMatch(/changed while you had the page/);
  });
});
