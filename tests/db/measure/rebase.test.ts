import { and, desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rebaseMeasure, removeRebase } from '@/db/commands/measure/rebase';
import { breakSeries } from '@/db/commands/measure/series-breaks';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures, rebases } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { windowRefusal } from '@/lib/spc/window-refusal';
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

const { db } = await freshDatabase({ max: 4 });
const council = await workingCouncil(db, { buses: 2, from: '2026-03-01' });
await openRecord(db, at);
const { as, buses } = council;
const measureId = council.measures[0]?.id ?? 0;
const may = { code: 'bus-01', periodStart: '2026-05-01', reason: 'The timetable was made anew.' };
const rebase = (more: Partial<typeof may> = {}, who: Name = 'Ada', key?: string) =>
  rebaseMeasure(db, as(who, { key }), { ...may, ...more });
const remove = (more: Partial<typeof may> = {}, who: Name = 'Ada', key?: string) =>
  removeRebase(db, as(who, { key }), { ...may, reason: 'It was the wrong month.', ...more });

const sentencesOf = async (kind: 'measure_rebased' | 'rebase_removed' | 'step_refused') =>
  (await db.select().from(events).where(eq(events.kind, kind)).orderBy(desc(events.id))).map(({ details }) =>
    eventSentence({ kind, details, who: 'Somebody' }),
  );

test('March to June are approved, July is a draft', async () => {
  for (const month of ['03', '04', '05', '06'])
    await approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01', content(), `2026-${month}-01`));
  const july = { code: 'bus-01', periodStart: '2026-07-01', version: null, content: content() };
  expect(await saveReading(db, as('Olive'), july)).toMatchObject({ version: 1 });
});

describe('a new baseline', () => {
  const noFigure = 'Choose a period that has an approved reading: a new baseline begins with a figure.';
  test.each([
    ['without a reason', { reason: ' \n' }, /^Say why a new baseline/],
    ['with too long a reason', { reason: 'x'.repeat(501) }, 'A reason can have 500 characters: shorten it.'],
    ['at the first period', { periodStart: '2026-03-01' }, /^This is the first period/],
    ['at a draft', { periodStart: '2026-07-01' }, noFigure],
    ['at a period without a reading', { periodStart: '2026-02-01' }, noFigure],
    ['in the middle of a period', { periodStart: '2026-05-02' }, noFigure],
    ['at what is no day', { periodStart: 'May 2026' }, noFigure],
    ['of a measure that is not there', { code: 'bus-99' }, 'There is no such measure.'],
  ])('%s is refused', async (_, more, sentence) => {
    expect(await refused(rebase(more))).toMatch(sentence);
    expect(await db.$count(rebases)).toBe(0);
  });

  test.each(['Olive', 'Hana', 'Dev', 'Cal', 'Adam', 'Otis', 'Nora'] as const)(
    'is not for %s, and the try is recorded',
    async (who) => {
      expect(await ending(rebase({}, who))).toMatchObject({
        name: 'StepRefused',
        refused: expect.stringMatching(/^Only the performance officer/),
      });
      expect(await ending(remove({}, who))).toMatchObject({ name: 'StepRefused' });
      const [removal, beginning] = await sentencesOf('step_refused');
      expect(beginning).toMatch(
        /^Somebody tried to rebase process control of measure 1, and was told: “Only the performance/,
      );
      expect(removal).toMatch(/^Somebody tried to take back a rebase of measure 1, and was told/);
      expect(await db.$count(rebases)).toBe(0);
    },
  );

  test.each(['rolling12', 'ytd', 'since'] as const)(
    'is refused with why: %s has no process control',
    async (window) => {
      const since = window === 'since' ? '2025-04-01' : null;
      await db.update(measures).set({ window, since }).where(eq(measures.id, measureId));
      expect(await refused(rebase())).toBe(windowRefusal(window));
      await db.update(measures).set({ window: 'single', since: null }).where(eq(measures.id, measureId));
    },
  );

  test('waits for an announced release, which shows the measure as it is', async () => {
    const { findings } = await nextEdition(db, buses, today, 'signed');
    const acknowledged = findings.warnings.map(({ id }) => ({ finding: id, reason: 'Known' }));
    const dueAt = '2026-08-18T08:30:00Z';
    const { id } = await announceRelease(db, as('Ada'), {
      service: 'buses',
      asAt: today,
      note: null,
      acknowledged,
      dueAt,
    });
    expect(await refused(rebase())).toBe(
      'Edition 1 is announced for 09:30 on 18 August 2026 and shows this measure as it is now: wait for it, or cancel it first.',
    );
    await cancelRelease(db, as('Ada'), { id, dueAt, reason: 'Not yet.' });
  });

  test('of two at once one begins and the other is told; it is kept with who and why, and recorded', async () => {
    const both = await Promise.all([refused(rebase()), refused(rebase({ reason: 'Another reason.' }))]);
    expect(both.sort()).toEqual(['A new baseline begins with May 2026 already.', 'accepted']);
    const [row] = await db.select().from(rebases);
    expect(row).toMatchObject({ measureId, periodStart: '2026-05-01', rebasedBy: council.id.Ada });
    expect(Date.parse(row?.rebasedAt ?? '')).toBe(Date.parse(at));
    expect(await sentencesOf('measure_rebased')).toEqual([
      `Somebody rebased process control of measure 1 from May 2026: ${row?.reason.replace(/\.$/, '')}.`,
    ]);
  });

  test('the next edition restarts process control there, and says why', async () => {
    const next = await nextEdition(db, buses, today, 'signed');
    const { process } = next.pages[0]?.sheet ?? {};
    expect(process).toMatchObject({ refused: null });
    expect(JSON.stringify(process)).toContain('rebased: ');
  });
});

describe('taking it back', () => {
  test('needs a reason and a baseline that is there', async () => {
    expect(await refused(remove({ reason: '' }))).toBe('Say why the baseline is taken back.');
    expect(await refused(remove({ periodStart: '2026-06-01' }))).toMatch(/^No new baseline begins with this period/);
    expect(await refused(remove({ periodStart: 'x' }))).toMatch(/^No new baseline begins with this period/);
  });

  test('the same form twice gets the first answer; of two others at once one is told', async () => {
    const key = 'k'.repeat(16);
    expect(await Promise.all([remove({}, 'Ada', key), remove({}, 'Ada', key)])).toEqual([
      { periodStart: '2026-05-01' },
      { periodStart: '2026-05-01' },
    ]);
    expect(await sentencesOf('rebase_removed')).toEqual([
      'Somebody took back the rebase of measure 1 from May 2026: It was the wrong month.',
    ]);
    const began = await Promise.all([rebase({}, 'Ada', key), rebase({}, 'Ada', key)]);
    expect(began).toEqual([{ periodStart: '2026-05-01' }, { periodStart: '2026-05-01' }]);
    expect(await db.$count(events, and(eq(events.kind, 'measure_rebased'), eq(events.subjectId, measureId)))).toBe(2);
    const both = await Promise.all([refused(remove()), refused(remove())]);
    expect(both.sort()).toEqual(['No new baseline begins with this period any more.', 'accepted']);
    expect(await db.$count(rebases)).toBe(0);
  });

  test('where the series breaks a baseline begins by itself, so none is begun by hand; the record verifies', async () => {
    await breakSeries(db, { who: null, at }, { code: 'bus-01', periodStart: '2026-05-01', reason: 'Trams left.' });
    expect(await refused(rebase())).toBe(
      'A new baseline begins here by itself, because of this: break in series: Trams left.',
    );
    expect((await verifyRecord(db)).tampered).toBeNull();
  });
});
