import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Redefinition, redefineMeasure } from '@/db/commands/measure/redefine';
import { breakSeries } from '@/db/commands/measure/series-breaks';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { verifyRecord } from '@/db/queries/verify/verify';
import { definitionVersions, events, measures, readings, readingVersions, seriesBreaks } from '@/db/schema';
import type { EventKind } from '@/lib/record/event';
import { eventSentence } from '@/lib/record/event-sentence';
import { councilCommand } from '../../support/council/people-command';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 6 });
const council = await workingCouncil(db, { buses: 2, from: '2026-03-01' });
await openRecord(db, at);
const { as, id, buses } = council;
const measureId = council.measures[0]?.id ?? 0;
const server = { who: null, at };

const before = 'How many journeys started on time.';
const after = 'How many journeys started less than a minute late.';
const decision = { reason: 'The national guide changed.', decidedBy: 'Cabinet', decidedOn: '2026-06-10' };
const redefine = (more: Partial<Redefinition> = {}, by: { who: number | null; at: string } = server) =>
  redefineMeasure(db, by, { code: 'bus-01', from: '2026-06-01', definition: after, ...decision, ...more });
const breakAt = (
  periodStart: string,
  reason = 'Trams left the count.',
  by: { who: number | null; at: string } = server,
) => breakSeries(db, by, { code: 'bus-01', periodStart, reason });

const sentencesOf = async (kind: EventKind) =>
  (await db.select().from(events).where(eq(events.kind, kind)).orderBy(asc(events.id))).map(({ details }) =>
    eventSentence({ kind, details, who: null }),
  );
const versions = () =>
  db
    .select()
    .from(definitionVersions)
    .where(eq(definitionVersions.measureId, measureId))
    .orderBy(definitionVersions.version);
const approvedIn = async (month: string) =>
  approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01', content(), `2026-${month}-01`));
const blockers = async () => (await nextEdition(db, buses, today, 'signed')).findings.blockers.map(({ id }) => id);
async function publish() {
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'Known' }));
  return publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
}

test('April is published, May is approved', async () => {
  await approvedIn('04');
  await publish();
  await approvedIn('05');
});

describe('a break in the series', () => {
  test.each([
    ['no reason', '2026-05-01', ' ', /^Say why the figures are not alike/],
    ['what is no day', '2026-13-01', 'Why.', 'Write the first day of the period as 2018-07-01.'],
    [
      'the middle of a period',
      '2026-05-02',
      'Why.',
      'No period of this measure begins on 2 May 2026: May 2026 begins on 1 May 2026.',
    ],
    ['a period to come', '2026-09-01', 'Why.', 'The period from 1 September 2026 has not begun yet.'],
    [
      'the first period',
      '2026-03-01',
      'Why.',
      'The first period of this measure begins on 1 March 2026: choose a later one.',
    ],
  ])('%s is refused', async (_, start, reason, sentence) => {
    expect(await refused(breakAt(start, reason))).toMatch(sentence);
    expect(await db.$count(seriesBreaks)).toBe(0);
  });

  test('is for the performance officer and administrators; of two at once one is told; it is recorded, and what is published may lie after it', async () => {
    for (const who of [id.Cal, id.Hana, id.Olive])
      expect(await refused(breakAt('2026-04-01', 'Why.', { who, at }))).toBe(
        'Only the performance officer or an administrator can break a series.',
      );
    const both = await Promise.all([
      refused(breakAt('2026-04-01')),
      refused(breakAt('2026-04-01', 'Trams left the count.', { who: id.Ada, at })),
    ]);
    expect(both.sort()).toEqual(['The series of Buses on time 1 breaks at April 2026 already.', 'accepted']);
    expect(await sentencesOf('series_broken')).toEqual([
      'Somebody at the command line recorded a break in the series of measure 1 from April 2026: Trams left the count.',
    ]);
    const { pages } = await nextEdition(db, buses, today, 'signed');
    expect(pages[0]?.sheet.changes).toEqual([{ start: '2026-04-01', why: 'break in series: Trams left the count' }]);
  });
});

describe('a new definition is refused', () => {
  test.each<[string, Partial<Redefinition>, RegExp | string]>([
    ['without a reason', { reason: '' }, 'Say why the definition changes.'],
    ['without who decided', { decidedBy: ' ' }, /^Say who decided it/],
    ['without the day of the decision', { decidedOn: 'June' }, /^Write the day of the decision/],
    ['with a decision to come', { decidedOn: '2026-08-18' }, '18 August 2026 has not come yet.'],
    ['without a definition', { definition: ' ' }, 'Give the definition in at most 2000 characters.'],
    ['with an empty title', { title: '' }, 'Give the title in at most 200 characters.'],
    ['in the words that it has', { definition: before }, 'Buses on time 1 is defined in these words already.'],
    ['from the first period', { from: '2026-03-01' }, /^The first period of this measure begins on/],
    ['from within a period', { from: '2026-06-15' }, /^No period of this measure begins on 15 June 2026/],
    ['from a period to come', { from: '2026-09-01' }, /has not begun yet/],
    ['from what is no day', { from: '' }, /^Write the first day/],
    ['of a measure that is not there', { code: 'bus-99' }, 'There is no measure “bus-99”.'],
    [
      'where an edition has told a figure',
      { from: '2026-04-01' },
      /^The figure of April 2026 is published by the present/,
    ],
    ['where an approval would be void', { from: '2026-05-01' }, /^The reading of May 2026 is approved by the present/],
  ])('%s', async (_, more, sentence) => {
    expect(await refused(redefine(more))).toMatch(sentence);
    expect(await versions()).toEqual([]);
    expect(await db.$count(events, eq(events.kind, 'measure_redefined'))).toBe(0);
  });

  test('by anybody but the performance officer or an administrator, for a measure without parts, and while a release is announced', async () => {
    for (const who of [id.Dev, id.Hana, id.Olive, id.Cal])
      expect(await refused(redefine({}, { who, at }))).toBe(
        'Only the performance officer or an administrator can redefine a measure.',
      );
    await db.update(measures).set({ scale: null }).where(eq(measures.id, measureId));
    expect(await refused(redefine({ numeratorLabel: 'journeys' }))).toMatch(/has no parts to label/);
    await db.update(measures).set({ scale: 100 }).where(eq(measures.id, measureId));
    const { findings } = await nextEdition(db, buses, today, 'signed');
    const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'Known' }));
    const dueAt = '2026-08-18T08:30:00Z';
    const edition = { service: 'buses', asAt: today, note: null, acknowledged, dueAt };
    const { id: announced } = await announceRelease(db, as('Ada'), edition);
    expect(await refused(redefine())).toMatch(/^Edition 2 is announced for/);
    expect(await refused(breakAt('2026-07-01'))).toMatch(/^Edition 2 is announced for/);
    await cancelRelease(db, as('Ada'), { id: announced, dueAt, reason: 'Not yet.' });
  });
});

describe('a new definition', () => {
  test('of two at once one is told; both wordings are kept, the measure has the new one, and it is recorded', async () => {
    const both = await Promise.all([
      refused(redefine({ title: 'Buses hardly late', numeratorLabel: 'started within a minute' })),
      refused(redefine({ definition: 'Otherwise.' }, { who: id.Adam, at })),
    ]);
    expect(both.sort()).toEqual(['Version 2 counts from 1 June 2026: choose a later period for the next.', 'accepted']);
    const [first, second] = await versions();
    expect(first).toMatchObject({ version: 1, effectiveFrom: '2026-03-01', definition: before, reason: null });
    expect(second).toMatchObject({ version: 2, effectiveFrom: '2026-06-01', ...decision });
    const [measure] = await db.select().from(measures).where(eq(measures.id, measureId));
    const { title, definition, numeratorLabel, denominatorLabel } = second ?? {};
    expect(measure).toMatchObject({ definitionVersion: 2, title, definition, numeratorLabel, denominatorLabel });
    expect(await sentencesOf('measure_redefined')).toEqual([
      'Somebody at the command line gave measure 1 a new definition (version 2) from June 2026: The national guide changed.',
    ]);
  });

  test('leaves the approval of May whole: each reading is signed by the wording of its own period', async () => {
    expect(await blockers()).toEqual([]);
    const { pages } = await nextEdition(db, buses, today, 'signed');
    expect(pages[0]?.readings.map(({ start, definition }) => [start, definition])).toEqual([['2026-05-01', 1]]);
    const june = await approvedIn('06');
    const ground = async (readingId: number) =>
      (await db.select().from(readingVersions).where(eq(readingVersions.readingId, readingId))).map(
        (version) => version.ground.definitionVersion,
      );
    expect(await ground(june.readingId)).toEqual([2]);
    expect(await blockers()).toEqual([]);
    await publish();
    // A correction of April is counted as April was.
    const [april] = await db
      .select()
      .from(readings)
      .where(and(eq(readings.measureId, measureId), eq(readings.periodStart, '2026-04-01')));
    const begun = await beginCorrection(db, as('Olive'), { readingId: april?.id ?? 0, version: april?.version ?? 0 });
    const corrected = content({ value: '92', publicNote: 'One depot was left out.' });
    const place = { code: 'bus-01', periodStart: '2026-04-01', version: begun.version };
    const saved = await saveReading(db, as('Olive'), { ...place, content: corrected });
    await approveReading(db, as('Hana'), await submitReading(db, as('Olive'), saved));
    expect(await ground(saved.readingId)).toEqual([1, 1]);
    expect(await blockers()).toEqual([]);
    await publish();
    expect((await verifyRecord(db)).tampered).toBeNull();
  });

  test('an approval and a new definition at once: either comes first, and no approval is void by it', async () => {
    const seen = await submitted(db, as('Olive'), 'bus-01', content(), '2026-07-01');
    const [approval, another] = await Promise.all([
      refused(approveReading(db, as('Hana'), seen)),
      refused(redefine({ from: '2026-07-01', definition: 'A third one.' })),
    ]);
    expect(approval).toBe('accepted');
    expect(another).toMatch(/^accepted$|^The reading of July 2026 is approved by the present definition/);
    expect(await blockers()).toEqual([]);
    if (another === 'accepted') return;
    await returnReading(db, as('Hana'), { ...seen, reason: 'Redefined.', suggested: null });
    expect(await redefine({ from: '2026-07-01', definition: 'A third one.' })).toMatch(
      /is counted by version 3 of its definition from July 2026 on\.$/,
    );
  });
});

describe('npm run council', () => {
  const council = (...words: string[]) => councilCommand(process.env, ...words, '--by', 'adam@testshire.example');

  test('breaks a series and redefines a measure, or says in a sentence why not', async () => {
    expect(council('break', 'bus-02', '2026-07-01', 'A new ticket machine.')).toEqual({
      output: 'The series of Buses on time 2 (bus-02) breaks at July 2026.',
      code: 0,
    });
    expect(council('break', 'bus-02', '2026-07-02', 'Why.').output).toMatch(/^No period of this measure begins/);
    const command = [
      'redefine',
      'bus-02',
      '2026-06-01',
      after,
      decision.reason,
      decision.decidedBy,
      decision.decidedOn,
    ];
    expect(council(...command, 'colour=red')).toMatchObject({
      output: '“colour=red” is none of title="…", numerator="…" and denominator="…".',
      code: 1,
    });
    expect(council(...command, 'title=A', 'title=B')).toMatchObject({ output: 'Give each label once.', code: 1 });
    expect(council(...command, 'title=Buses hardly late', 'denominator=all journeys')).toEqual({
      output: 'Buses hardly late (bus-02) is counted by version 2 of its definition from June 2026 on.',
      code: 0,
    });
    expect(council('redefine', 'bus-02').output).toMatch(/^npm run council -- …/);
  });
});
