import { describe, expect, test } from 'vitest';
import { changeProblem, measureFields, slipProblem } from '@/lib/framework/measure-differences';
import { emptyRecord, measureEffect, newMeasureEffect } from '@/lib/framework/measure-effect';
import { measureDraft } from '@/lib/framework/measure-entry';
import { AddMeasure, ChangeMeasure, typedMeasure } from '@/lib/framework/measure-form';
import { measureSentence, sumSentence } from '@/lib/framework/measure-sentences';
import { draft } from '../../support/council/drafts';

const typed = { ...typedMeasure(draft()), service: 'buses', intent: 'effect' };
const problem = (fields: object) => {
  const [issue] = AddMeasure.safeParse({ ...typed, ...fields }).error?.issues ?? [];
  return issue ? [issue.path[0], issue.message] : null;
};

describe('the form of a measure', () => {
  test('says again what it was filled with', () => {
    expect(AddMeasure.parse(typed).draft).toEqual(draft());
    const full = draft({
      window: 'since',
      since: '2015-01-01',
      countsPeople: true,
      compareAs: 'stored',
      noChangeBand: '0.5',
      whyNoTarget: 'it is new',
      notes: ['The depots count by hand.', 'Sundays are left out.'],
    });
    expect(AddMeasure.parse({ ...typedMeasure(full), service: 'buses', intent: 'save' }).draft).toEqual(full);
  });

  test.each([
    ['no number', { number: '' }, 'number', /^Give its number/],
    ['a code in capitals', { code: 'BUS 7' }, 'code', /lower-case words/],
    ['the address of the form itself', { code: 'new' }, 'code', /lower-case words/],
    ['no title', { title: ' ' }, 'title', /^Give the measure its title/],
    ['no unit', { unit: '' }, 'unit', /^Choose what its figure is/],
    ['no polarity', { polarity: 'up' }, 'polarity', /^Choose which way/],
    ['half a day of lag', { lagDays: '1.5' }, 'lagDays', /whole number from 0 to 730/],
    ['no first month', { requiredFrom: '' }, 'requiredFrom', /^Enter the month/],
    [
      'a first month in which no quarter begins',
      { frequency: 'quarterly', requiredFrom: 'May 2026' },
      'requiredFrom',
      /one begins on 1 April 2026/,
    ],
    ['a sum without its parts', { numeratorLabel: '' }, 'numeratorLabel', /^Say what the first number counts/],
    ['parts without a sum', { scale: '' }, 'scale', /^The two numbers have names/],
    ['since no day', { window: 'since' }, 'since', /^Enter the day from which/],
    ['a band of words', { noChangeBand: 'a bit' }, 'noChangeBand', /in words/],
    ['days below 0%', { unit: 'days', outsideHundred: 'yes' }, 'outsideHundred', /^Only a percentage/],
    [
      'a note like an edition’s own',
      { notes: 'Sundays out.\nRevised: 3' },
      'notes',
      /^“Revised: 3” begins like a note/,
    ],
    ['a definition of a book', { definition: 'x'.repeat(2001) }, 'definition', /2,000 characters/],
  ])('%s is told at its field', (_, fields, field, sentence) => {
    const found = problem(fields);
    expect(found?.[0]).toBe(field);
    expect(found?.[1]).toMatch(sentence);
  });

  test('every problem is told at once', () => {
    const { service: _, intent: __, ...fields } = typed;
    const empty = Object.fromEntries(Object.keys(fields).map((name) => [name, ''])) as never;
    const found = measureDraft({ ...fields, ...(empty as object), code: '' } as never);
    expect('problems' in found && found.problems.length).toBeGreaterThan(8);
  });

  test('a change says why', () => {
    const change = { ...typedMeasure(draft()), measure: draft().code, intent: 'save', was: '{}', reason: '' };
    expect(ChangeMeasure.safeParse(change).error?.issues[0]?.message).toBe(
      'Say why it changes. The history of the measure tells it.',
    );
  });
});

describe('in plain words', () => {
  test.each([
    [{}, 'A percentage with one decimal, every month; higher is better; due 20 days after the month.'],
    [
      { unit: 'days', decimals: 0, frequency: 'quarterly', window: 'rolling12', polarity: 'lower', lagDays: 1 },
      'A number of days without decimals, every quarter, for the 12 months to its end; lower is better; due 1 day after the quarter.',
    ],
    [
      { unit: 'pounds', decimals: 2, frequency: 'annual', window: 'snapshot', polarity: 'none', lagDays: 0 },
      'An amount in pounds with 2 decimals, every year, as things stand on the last day; neither higher nor lower is better; due on its last day.',
    ],
  ] as const)('%o', (more, sentence) => expect(measureSentence(draft(more))).toBe(sentence));

  test('how the figure comes about', () => {
    expect(sumSentence(draft())).toBe('Its data owner types two numbers: ran ÷ journeys × 100.');
    expect(sumSentence(draft({ numeratorLabel: 'was|were placed', denominatorLabel: 'child|children in care' }))).toBe(
      'Its data owner types two numbers: were placed ÷ children in care × 100.',
    );
    expect(sumSentence(draft({ scale: null }))).toBe('Its data owner types the figure.');
  });

  test('the row that it would have, before there is a figure', () => {
    const effect = newMeasureEffect(draft(), 'Buses', '2026-08-17');
    expect(effect.sentences).toEqual([
      'A percentage with one decimal, every month; higher is better; due 20 days after the month.',
      'The first figure is that of July 2026, due on 20 August 2026.',
      'Its data owner types two numbers: ran ÷ journeys × 100.',
      'The public sees it with the next edition of Buses. It needs a target, or the reason why it has none, before an edition can be published.',
      'Nobody enters its figures yet: an administrator names its data owner.',
    ]);
    expect(effect.row?.map(({ column, text }) => `${column}: ${text}`)).toEqual([
      'No.: 7',
      'Measure: Buses that ran',
      'Unit: %',
      '2025/26: No earlier figure.',
      'Current target: No target is set.',
      'Current performance: No result yet.',
      'Last available result: none yet',
      'Frequency: Monthly',
      'Direction of travel: cannot be compared yet',
      'Performance against target: no colour yet',
      'Data status: Not due',
    ]);
  });
});

test('what a change does to the row is told, and that nothing is where nothing is', () => {
  const late = draft({ lagDays: 5 });
  const { sentences } = measureEffect(emptyRecord(draft()), draft(), late, '2026-08-17');
  expect(sentences).toEqual([
    'A percentage with one decimal, every month; higher is better; due 5 days after the month.',
    'The days until it is due: “5” instead of “20”.',
    'The next edition would say in the row: Data status, Overdue.',
    'What is published stays as it is.',
  ]);
  const moved = measureEffect(emptyRecord(draft()), draft(), draft({ source: 'Depots' }), '2026-08-17');
  expect(moved.sentences).toContain('The row on the scorecard stays as it is.');
});

const begun = { hasReadings: false, isPublished: false };
const counted = { hasReadings: true, isPublished: true };

describe('what may change', () => {
  test('before the first reading everything, after it nothing by which figures were counted', () => {
    const after = draft({ unit: 'days' });
    expect(changeProblem(draft(), after, begun)).toBeNull();
    expect(changeProblem(draft(), after, counted)).toMatch(/the unit stays/);
    expect(changeProblem(draft(), draft({ polarity: 'lower' }), counted)).toMatch(/which way is better stays/);
    expect(changeProblem(draft(), draft({ definition: 'Other.' }), counted)).toMatch(
      /the definition is mended as a slip/,
    );
    for (const free of [
      { lagDays: 3 },
      { number: 8 },
      { comparator: 'previous_period' },
      { source: 'Depots' },
    ] as const)
      expect(changeProblem(draft(), draft(free), counted)).toBeNull();
    expect(changeProblem(draft(), draft(), begun)).toMatch(/nothing was changed/);
  });

  test('a code may change until an edition has shown the measure, and never after', () => {
    const after = draft({ code: 'bus-99' });
    expect(changeProblem(draft(), after, { ...begun, hasReadings: true })).toBeNull();
    expect(changeProblem(draft(), after, counted)).toMatch(
      /^Editions have shown this measure at \/measures\/.*, so its code stays\.$/,
    );
  });

  test('every field of a measure has words of its own', () => {
    const names = Object.keys(measureFields(draft()));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(Object.keys(draft()).length);
  });

  test.each([
    ['a letter that is missing', 'Journys that ran, out of those in the timetable.', null],
    [
      'another thing',
      'What passengers think of drivers and of the prices of tickets.',
      /more of the definition than a slip/,
    ],
    ['nothing', 'Journeys that ran, out of those in the timetable.', /nothing was changed/],
    ['a number put in', 'Journeys that ran, out of 5 in the timetable.', /^A number in the definition is another one/],
  ])('a slip: %s', (_, definition, sentence) => {
    const { title, definition: before } = draft();
    const found = slipProblem({ title, definition: before }, { title, definition });
    if (sentence === null) expect(found).toBeNull();
    else expect(found).toMatch(sentence);
  });
});
