import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { decideForMeasure, decideForService } from '@/db/commands/disclosure/decide';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { policiesOf } from '@/db/facts/disclosure/policies';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { measureDecisionPage, serviceDecisionPage } from '@/db/queries/disclosure/decision-pages';
import { keptMeasure } from '@/db/queries/framework/measure';
import { workingScorecard } from '@/db/queries/service/working-scorecard';
import { verifyRecord } from '@/db/queries/verify/verify';
import { disclosureDecisions, events } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { countingCouncil, decided } from '../../support/council/counting-council';
import { refusal } from '../../support/council/one-measure-council';
import { ending, refused, today } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person, buses, trams, measures, few } = await countingCouncil(db);
const idOf = (code: string) => measures.find((measure) => measure.code === code)?.id ?? 0;
const holds = async (code: string) => (await policiesOf(db, [idOf(code)])).get(idOf(code));
const lastSentence = async (kind: 'small_counts_decided' | 'step_refused') => {
  const [event] = await db.select().from(events).where(eq(events.kind, kind)).orderBy(desc(events.id)).limit(1);
  return eventSentence({ kind, details: event?.details ?? {}, who: 'Ada' });
};
const blockers = async () =>
  (await nextEdition(db, buses, today, 'signed')).findings.blockers.filter(({ id }) => id.startsWith('small-counts'));

describe('before anybody has decided', () => {
  test('a measure that counts people wants a decision, another wants none', async () => {
    expect(await holds('bus-01')).toEqual({ policy: null, wanting: true, from: null });
    expect(await holds('bus-10')).toEqual({ policy: null, wanting: false, from: null });
    expect(await policiesOf(db, [])).toEqual(new Map());
  });

  test('each of the eight blocks the edition of its service, with where it is decided, and none of another', async () => {
    expect((await blockers()).map(({ id }) => id)).toHaveLength(8);
    expect((await blockers())[0]).toEqual({
      id: 'small-counts:bus-01',
      sentence:
        'Measure 1 counts people, and nobody has decided whether its small counts are hidden: decide it, or set a default for the service.',
      href: '/settings/measures/bus-01/small-counts',
    });
    const working = await workingScorecard(db, await person('Ada'), 'buses', today);
    expect(working?.blockers.map(({ id }) => id)).toContain('small-counts:bus-01');
    expect((await nextEdition(db, trams, today, 'signed')).findings.blockers).toEqual([]);
  });

  test('and nothing is published', async () => {
    await few('bus-01');
    const request = { service: 'buses', asAt: today, note: null, acknowledged: [] };
    expect(await refused(publishEdition(db, as('Ada'), request))).toContain('Measure 1 counts people, and nobody');
  });
});

describe('a decision on one measure', () => {
  test('holds for it alone, and is told with why, by whom and what it was before', async () => {
    await decideForMeasure(db, as('Ada'), { code: 'bus-01', decision: decided(), was: 0 });
    expect(await holds('bus-01')).toEqual({ policy: decided(), wanting: false, from: 'measure' });
    expect((await holds('bus-02'))?.wanting).toBe(true);
    expect(await lastSentence('small_counts_decided')).toBe(
      'Ada recorded a decision on small counts for measure 1: counts from 1 to 5 are hidden, decided by Cabinet: So few passengers are recognised.',
    );
    const page = await measureDecisionPage(db, await person('Ada'), 'bus-01');
    const shown = decided({ method: 'show', reason: 'They are published by law.' });
    await decideForMeasure(db, as('Ada'), { code: 'bus-01', decision: shown, was: page?.own?.id ?? -1 });
    expect((await holds('bus-01'))?.policy).toEqual(shown);
    expect(await lastSentence('small_counts_decided')).toBe(
      'Ada recorded a decision on small counts for measure 1: small counts are shown instead of counts from 1 to 5 are hidden, decided by Cabinet: They are published by law.',
    );
    expect((await keptMeasure(db, await person('Ada'), 'bus-01', today))?.smallCounts?.policy).toEqual(shown);
  });

  test.each([
    ['without a reason', { reason: ' ' }, 'Say why, in a sentence.'],
    ['by nobody', { decidedBy: '' }, 'Say who decided it.'],
    [
      'of a day to come',
      { decidedOn: '2026-08-18' },
      'This cannot have been decided on 18 August 2026: that day has not come.',
    ],
    ['up to 0', { threshold: 0 }, 'Write the highest count that is small, a whole number from 1 to 20.'],
    ['up to 21', { threshold: 21 }, 'Write the highest count that is small, a whole number from 1 to 20.'],
    ['up to 2.5', { threshold: 2.5 }, 'Write the highest count that is small, a whole number from 1 to 20.'],
  ])('%s is refused with a sentence', async (_, more, sentence) => {
    const attempt = decideForMeasure(db, as('Ada'), { code: 'bus-02', decision: decided(more), was: 0 });
    expect(await refused(attempt)).toBe(sentence);
  });

  test('on a measure that counts no people, or that is none, is refused', async () => {
    const none = decideForMeasure(db, as('Ada'), { code: 'bus-10', decision: decided(), was: 0 });
    expect(await refused(none)).toContain('This measure counts no people');
    const nowhere = decideForMeasure(db, as('Ada'), { code: 'bus-99', decision: decided(), was: 0 });
    expect(await refused(nowhere)).toBe('There is no such measure.');
  });

  test('is the performance officer’s alone, and the page too', async () => {
    for (const name of ['Olive', 'Hana', 'Dev', 'Cal', 'Adam', 'Nora'] as const) {
      const sentence = 'Only the performance officer can record what was decided on small counts.';
      expect(await refused(decideForMeasure(db, as(name), { code: 'bus-02', decision: decided(), was: 0 }))).toBe(
        sentence,
      );
      expect(await refused(decideForService(db, as(name), { service: 'buses', decision: decided(), was: 0 }))).toBe(
        sentence,
      );
      expect(await measureDecisionPage(db, await person(name), 'bus-02')).toBeNull();
      expect(await serviceDecisionPage(db, await person(name), 'buses')).toBeNull();
    }
    expect(await lastSentence('step_refused')).toContain('tried to decide on the small counts of the service');
  });

  test('by two officers at once is one: the other is shown what was decided', async () => {
    const both = ['Cabinet', 'The board'].map((decidedBy) =>
      ending(decideForMeasure(db, as('Ada'), { code: 'bus-03', decision: decided({ decidedBy }), was: 0 })),
    );
    const ends = await Promise.all(both);
    expect(ends.filter((end) => 'done' in end)).toHaveLength(1);
    expect(ends.find((end) => 'refused' in end)).toMatchObject({
      refused: expect.stringContaining('Somebody recorded a decision while you had the page open: counts from 1 to 5'),
    });
  });

  test('sent twice by the same form is one decision', async () => {
    const acting = as('Ada', { key: crypto.randomUUID() });
    const count = () => db.$count(disclosureDecisions, eq(disclosureDecisions.measureId, idOf('bus-04')));
    for (const _ of [1, 2]) await decideForMeasure(db, acting, { code: 'bus-04', decision: decided(), was: 0 });
    expect(await count()).toBe(1);
  });
});

describe('the default of a service', () => {
  test('holds for whatever has no decision of its own, and takes the blockers away', async () => {
    const page = await serviceDecisionPage(db, await person('Ada'), 'buses');
    expect(page?.tried.map(({ number }) => number)).toEqual([2, 5, 6, 7, 8]);
    expect(page?.decided).toBe(3);
    await decideForService(db, as('Ada'), { service: 'buses', decision: decided({ threshold: 3 }), was: 0 });
    expect(await holds('bus-02')).toEqual({ policy: decided({ threshold: 3 }), wanting: false, from: 'service' });
    expect((await holds('bus-01'))?.policy?.method).toBe('show');
    expect(await holds('bus-10')).toEqual({ policy: null, wanting: false, from: null });
    expect(await blockers()).toEqual([]);
    expect(await lastSentence('small_counts_decided')).toBe(
      'Ada recorded a decision on small counts for every measure of Buses without its own: counts from 1 to 3 are hidden, decided by Cabinet: So few passengers are recognised.',
    );
  });

  test('recorded again as it is changes nothing', async () => {
    const own = (await serviceDecisionPage(db, await person('Ada'), 'buses'))?.own;
    const same = decideForService(db, as('Ada'), {
      service: 'buses',
      decision: decided({ threshold: 3 }),
      was: own?.id ?? 0,
    });
    expect(await refused(same)).toBe('That is what was decided already: nothing was changed.');
  });
});

describe('past the commands', () => {
  const row = { measureId: idOf('bus-05'), ...decided(), recordedBy: 1, recordedAt: '2026-08-17T09:00:00Z' };
  test.each([
    ['for a measure and a service at once', { ...row, serviceId: buses.id }, 'a_decision_is_about_one_thing'],
    ['up to 21', { ...row, threshold: 21 }, 'a_threshold_is_small'],
    ['without a reason', { ...row, reason: '  ' }, 'a_decision_on_small_counts_says_why'],
    ['by nobody', { ...row, decidedBy: '' }, 'a_decision_on_small_counts_says_who'],
    ['on a later day', { ...row, decidedOn: '2026-08-18' }, 'small_counts_were_decided_before'],
  ])('no decision %s is kept', async (_, values, constraint) => {
    expect(await refusal(db.insert(disclosureDecisions).values(values))).toBe(constraint);
  });

  test('a decision stands for ever, and the record is whole', async () => {
    expect(await refusal(db.update(disclosureDecisions).set({ threshold: 1 }))).toBe('stands_for_ever');
    expect(await refusal(db.delete(disclosureDecisions))).toBe('stands_for_ever');
    expect(await refusal(db.execute(sql`truncate disclosure_decisions`))).toBe('stands_for_ever');
    expect((await verifyRecord(db)).tampered).toBeNull();
  });
});
