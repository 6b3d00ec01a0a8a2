import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/release/edition-write';
import {
  actions,
  council,
  editionRows,
  editions,
  events,
  measures,
  outturns,
  people,
  readings,
  services,
  targets,
} from '@/db/schema';
import { oneMeasureCouncil, refusal } from '../../support/council/one-measure-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { olive, hana, ada, service, measure, draft, approved } = await oneMeasureCouncil(db);
const reading = (values: Partial<typeof readings.$inferInsert>) =>
  refusal(db.insert(readings).values({ ...draft('2020-01-01', '91'), ...values }));

describe('a reading', () => {
  test.each([
    ['half a pair of parts', { numerator: '5' }, 'parts_come_together'],
    ['a value that is not a number', { value: 'NaN' }, 'figures_are_numbers'],
    ['an infinite value', { value: '-Infinity' }, 'figures_are_numbers'],
    ['a figure beside a reason for its absence', { missing: 'not_collected' as const }, 'no_figure_beside_a_reason'],
    ['an expected date without a reason', { expectedOn: '2020-03-01' }, 'an_expected_date_has_a_reason'],
    ['a period that starts in mid-month', { periodStart: '2020-01-02' }, 'a_period_starts_on_the_first'],
    ['nobody as its author', { authors: [] }, 'a_reading_has_an_author'],
    ['version 0', { version: 0 }, 'versions_count_from_one'],
    ['a submission by nobody', { state: 'submitted' as const }, 'submitted_says_who_and_when'],
    [
      'an approval by nobody',
      { ...approved('2020-01-01', '91'), approvedBy: null, approvedAt: null, approvedHash: null },
      'approved_says_who_and_when',
    ],
    [
      'an approver while it is a draft',
      {
        approvedBy: 2,
        approvedHash: 'a'.repeat(64),
        approvedAt: '2020-02-01T00:00:00Z',
        submittedBy: 1,
        submittedAt: '2020-02-01T00:00:00Z',
      },
      'approved_says_who_and_when',
    ],
    [
      'publication without a moment',
      { ...approved('2020-01-01', '91'), state: 'published' as const },
      'published_says_when',
    ],
  ])('cannot have %s', async (_, values, constraint) => expect(await reading(values)).toBe(constraint));

  test('cannot be submitted with neither a figure nor a reason', async () => {
    expect(await reading({ ...approved('2020-01-01', '1'), value: null })).toBe('submitted_has_a_figure_or_a_reason');
  });

  test('with a denominator of 0 needs a reason', async () => {
    const nothing = { ...approved('2020-01-01', '1'), value: null, numerator: '0', denominator: '0' };
    expect(await reading(nothing)).toBe('submitted_has_a_figure_or_a_reason');
    expect(await reading({ ...nothing, periodStart: '2020-02-01', missing: 'not_applicable' })).toBe('accepted');
  });

  test('has one revision of a number, and one open revision at a time, in a period', async () => {
    expect(await reading({ periodStart: '2020-03-01' })).toBe('accepted');
    expect(await reading({ periodStart: '2020-03-01' })).toMatch(/^one_(reading|open_revision)_per_period$/);
    expect(await reading({ periodStart: '2020-03-01', revision: 1 })).toBe('one_open_revision_per_period');
  });
});

describe('two pairs of eyes, in SQL straight into the table', () => {
  test.each([
    ['who submitted it', { approvedBy: olive }],
    ['who wrote a part of it within another’s submission', { authors: [olive, hana] }],
  ])('nobody approves %s', async (_, values) => {
    expect(await reading({ ...approved('2020-01-01', '91'), ...values })).toBe('two_pairs_of_eyes');
  });

  test('nor by a later update', async () => {
    await db.insert(readings).values(approved('2020-05-01', '91'));
    const later = db
      .update(readings)
      .set({ authors: [olive, hana] })
      .where(eq(readings.periodStart, '2020-05-01'));
    expect(await refusal(later)).toBe('two_pairs_of_eyes');
  });
});

describe('a target', () => {
  const decided = { reason: 'More is possible.', decidedBy: 'Cabinet', decidedOn: '2027-03-01' };
  const target = (values: object) =>
    refusal(
      db.insert(targets).values({
        ...decided,
        measureId: measure.id,
        effectiveFrom: '2027-04-01',
        shape: 'at_least',
        green: '90',
        ...values,
      }),
    );
  test.each([
    ['no threshold', { green: null }, 'a_target_has_its_thresholds'],
    ['a threshold when it is only watched', { shape: 'none' }, 'a_target_has_its_thresholds'],
    ['one end of a range', { shape: 'between' }, 'only_between_has_two_ends'],
    ['ends the wrong way round', { shape: 'between', greenTo: '80' }, 'amber_lies_outside_green'],
    ['an amber better than green, at least', { amber: '95' }, 'amber_lies_outside_green'],
    ['an amber better than green, at most', { shape: 'at_most', amber: '85' }, 'amber_lies_outside_green'],
    ['an amber on one side of a range', { shape: 'between', greenTo: '95', amber: '85' }, 'amber_lies_outside_green'],
    ['a threshold that is not a number', { green: 'NaN' }, 'thresholds_are_numbers'],
    ['half a decision', { reason: null }, 'a_decision_is_whole'],
    ['no decision after another one', { reason: null, decidedBy: null, decidedOn: null }, 'later_targets_are_decided'],
    ['a place before an undecided one', { effectiveFrom: '2021-04-01' }, 'later_targets_are_decided'],
    ['a start in mid-month', { effectiveFrom: '2027-04-06' }, 'a_target_starts_on_the_first'],
  ])('cannot have %s', async (_, values, constraint) => expect(await target(values)).toBe(constraint));
  test('is one for each first period', async () => {
    expect(await target({})).toBe('accepted');
    expect(await target({})).toBe('one_target_per_period');
  });
});

describe('a measure', () => {
  const another = (values: object) => {
    const { id: _, ...facts } = measure;
    return refusal(db.insert(measures).values({ ...facts, number: 9, code: 'bus-09', ...values }));
  };
  test.each([
    ['another’s code', { code: 'bus-01' }, 'one_measure_per_code'],
    ['another’s number', { number: 1 }, 'one_measure_per_number'],
    ['a code that cannot stand in an address', { code: 'Bus 9' }, 'a_code_is_lower_case_words'],
    ['seven decimals', { decimals: 7 }, 'decimals_are_few'],
    ['a thirteenth month', { startMonth: 13 }, 'a_year_starts_in_a_month'],
    ['a scale of 60', { scale: 60, numeratorLabel: 'a', denominatorLabel: 'b' }, 'scale_is_a_power_of_ten'],
    ['parts without labels', { scale: 100 }, 'parts_have_labels'],
    ['a window since no date', { window: 'since' }, 'since_goes_with_its_window'],
    ['a negative band', { noChangeBand: '-1' }, 'a_band_is_not_negative'],
    ['a negative lag', { lagDays: -1 }, 'lag_is_not_negative'],
  ])('cannot have %s', async (_, values, constraint) => expect(await another(values)).toBe(constraint));
  test('cannot have a polarity that the rules do not know', async () => {
    expect(await another({ polarity: 'sideways' })).toMatch(/invalid input value for enum polarity/);
  });
});

test('there is one council, one service per address, one person per e-mail address in any case', async () => {
  expect(await refusal(db.insert(council).values({ id: 2, name: 'Other', contact: 'x' }))).toBe('one_council');
  expect(await refusal(db.insert(services).values({ slug: 'buses', name: 'B', position: 2 }))).toBe(
    'one_service_per_address',
  );
  expect(await refusal(db.insert(people).values({ name: 'O', email: 'OLIVE@testshire.example' }))).toBe(
    'one_person_per_address',
  );
  expect(await refusal(db.insert(people).values({ name: 'O', email: 'nobody' }))).toBe('an_email_has_an_at');
});

test('an outturn is a number of one year, and an action says something', async () => {
  const outturn = { measureId: measure.id, year: 2025, value: '88' };
  await db.insert(outturns).values(outturn);
  expect(await refusal(db.insert(outturns).values(outturn))).toBe('one_outturn_per_year');
  expect(await refusal(db.insert(outturns).values({ ...outturn, year: 2024, value: 'NaN' }))).toBe(
    'an_outturn_is_a_number',
  );
  const [own] = await db.select({ id: readings.id }).from(readings).limit(1);
  const empty = { readingId: own?.id ?? 0, position: 1, text: ' ', owner: 'Head of Buses' };
  expect(await refusal(db.insert(actions).values(empty))).toBe('an_action_says_something');
});

describe('what is published', () => {
  test('cannot be changed, removed or emptied, nor can events', async () => {
    await db.insert(readings).values(approved('2026-07-01', '91'));
    await publishAsIs(db, {
      actorId: ada,
      publisher: 'performance officer',
      service: 'buses',
      asAt: '2026-08-17',
      at: '2026-08-17T08:30:00Z',
    });
    const attempts = [
      db.update(editions).set({ note: 'x' }),
      db.delete(editions),
      db.update(editionRows).set({ code: 'x' }),
      db.delete(editionRows),
      db.update(events).set({ actorId: hana }),
      db.delete(events),
      ...['editions', 'edition_rows', 'events'].map((table) => db.execute(sql.raw(`truncate ${table} cascade`))),
    ];
    for (const attempt of attempts) expect(await refusal(attempt)).toBe('stands_for_ever');
    expect(await db.$count(editions)).toBe(1);
    expect(service.slug).toBe('buses');
  });
});
