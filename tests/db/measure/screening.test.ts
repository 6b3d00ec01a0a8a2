import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { setScreening } from '@/db/commands/measure/screening';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { measurePage } from '@/db/queries/measure/measure-page';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { windowRefusal } from '@/lib/spc/window-refusal';
import { refusal } from '../../support/council/one-measure-council';
import { at, ending, type Name, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const council = await workingCouncil(db, { buses: 2 });
await openRecord(db, at);
const { as, buses } = council;
const measureId = council.measures[0]?.id ?? 0;
const screening = { code: 'bus-01', on: true, reason: 'Snow in March.' };
const set = (more: Partial<typeof screening> = {}, who: Name = 'Ada', key?: string) =>
  setScreening(db, as(who, { key }), { ...screening, ...more });
const kept = async () => (await db.select().from(measures).where(eq(measures.id, measureId)))[0]?.screeningReason;
const eventsOf = async (kind: 'screening_set' | 'step_refused') =>
  (await db.select().from(events).where(eq(events.kind, kind)).orderBy(desc(events.id))).map(({ details }) => ({
    sentence: eventSentence({ kind, details, who: 'Somebody' }),
    details,
  }));

test('it is off for every measure until somebody turns it on, and needs a reason', async () => {
  expect(await kept()).toBeNull();
  expect(await refused(set({ reason: ' \n' }))).toBe('Say why unusually large moves are left out.');
  expect(await refused(set({ reason: 'x'.repeat(501) }))).toBe('A reason can have 500 characters: shorten it.');
  expect(await refused(set({ on: false }))).toBe('Screening is off for this measure already.');
  expect(await refused(set({ code: 'bus-99' }))).toBe('There is no such measure.');
  expect(await kept()).toBeNull();
});

test.each(['Olive', 'Hana', 'Dev', 'Cal', 'Adam', 'Otis', 'Nora'] as const)(
  'it is not for %s, and the try is recorded',
  async (who) => {
    expect(await ending(set({}, who))).toMatchObject({
      name: 'StepRefused',
      refused: expect.stringMatching(/^Only the performance officer/),
    });
    expect((await eventsOf('step_refused'))[0]?.sentence).toMatch(
      /^Somebody tried to set screening for measure 1, and was told: “Only the performance/,
    );
    expect(await kept()).toBeNull();
  },
);

test.each(['rolling12', 'ytd', 'since'] as const)(
  '%s has no process control, and the refusal says why',
  async (window) => {
    const since = window === 'since' ? '2025-04-01' : null;
    await db.update(measures).set({ window, since }).where(eq(measures.id, measureId));
    expect(await refused(set())).toBe(windowRefusal(window));
    await db.update(measures).set({ window: 'single', since: null }).where(eq(measures.id, measureId));
  },
);

test('while a release is announced nothing of it changes', async () => {
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map(({ id }) => ({ finding: id, reason: 'Known' }));
  const dueAt = '2026-08-18T08:30:00Z';
  const release = { service: 'buses', asAt: today, note: null, acknowledged, dueAt };
  const { id } = await announceRelease(db, as('Ada'), release);
  expect(await refused(set())).toMatch(/^Edition 1 is announced .* wait for it, or cancel it first\.$/);
  expect(await kept()).toBeNull();
  await cancelRelease(db, as('Ada'), { id, dueAt, reason: 'Not yet.' });
});

test('of two at once one turns it on and the other is told; the record keeps old and new', async () => {
  const both = await Promise.all([refused(set()), refused(set({ reason: 'Another reason.' }))]);
  expect(both.sort()).toEqual(['Screening is on for this measure already.', 'accepted']);
  const now = await kept();
  const [event] = await eventsOf('screening_set');
  expect(event?.details).toEqual({ measure: 1, code: 'bus-01', was: '', now, reason: now, rows: expect.anything() });
  expect(event?.sentence).toBe(`Somebody turned screening on for measure 1: ${now?.replace(/\.$/, '')}.`);
  const desk = await measurePage(db, await council.person('Ada'), 'bus-01', today);
  expect(desk?.baselines?.screening).toBe(now);
  expect((await measurePage(db, await council.person('Olive'), 'bus-01', today))?.baselines).toBeNull();
});

test('turning it off needs a reason too; the same form twice gets the first answer, and the record verifies', async () => {
  const was = await kept();
  const off = { on: false, reason: 'The snow is years ago.' };
  expect(await refused(set({ on: false, reason: '' }))).toBe('Say why every move is counted again.');
  const key = 's'.repeat(16);
  expect(await Promise.all([set(off, 'Ada', key), set(off, 'Ada', key)])).toEqual([null, null]);
  expect(await kept()).toBeNull();
  const [event] = await eventsOf('screening_set');
  expect(event?.details).toEqual({
    measure: 1,
    code: 'bus-01',
    was,
    now: '',
    reason: 'The snow is years ago.',
    rows: expect.anything(),
  });
  expect(event?.sentence).toBe('Somebody turned screening off for measure 1: The snow is years ago.');
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('a reason that says nothing cannot be stored', async () => {
  const blank = db.update(measures).set({ screeningReason: '  ' }).where(eq(measures.id, measureId));
  expect(await refusal(blank)).toBe('screening_says_why');
});
