import { describe, expect, test } from 'vitest';
import { causeAndAction } from '@/lib/commentary/language/red-needs-cause-and-action';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { causeless, causes } from '../../support/commentary/faulty-sentences';
import { languageReading, rows } from '../../support/commentary/language-reading';

const found = (comments: string | null, given: Partial<ReadingText> = {}) =>
  causeAndAction(languageReading(rows.bins, comments, given)).map(({ rule, place }) => ({ rule, place }));
const inComments = [{ rule: 'B9', place: { field: 'comments' } }];
const action = { text: 'Open a second plant', owner: 'Head of waste', due: '2018-12-31' };
const cause = 'The plant was shut for repairs.';

describe('a cause is a reason in any honest wording', () => {
  test.each(causes)('%s', (comments) => {
    expect(found(comments)).toEqual([]);
  });
});

describe('what restates the figure or fills the field is no cause', () => {
  test.each(causeless)('%j', (comments) => {
    expect(found(comments || null)).toEqual(inComments);
  });
});

test('a cause may stand anywhere in the comments, beside whatever else', () => {
  for (const comments of causes) expect(found(`Performance is below target. ${comments} No comment.`)).toEqual([]);
});

test('the first question asks why, in the words of the form', () => {
  const [finding] = causeAndAction(languageReading(rows.bins, null));
  expect(finding).toMatchObject({ quote: '', at: 0, sentence: 'The figure is Red, and the comments do not say why.' });
  expect(finding?.mend).toMatch(/^Why did it happen\?/);
});

test.each([
  ['no action at all', [], [['actionText', 0]]],
  ['an action without a date', [{ ...action, due: null }], [['actionDue', 0]]],
  ['a date that has passed', [{ ...action, due: '2018-08-16' }], [['actionDue', 0]]],
  ['an owner with a person’s name', [{ ...action, owner: 'Jane Smith' }], [['actionOwner', 0]]],
  ['no owner', [{ ...action, owner: '' }], [['actionOwner', 0]]],
  ['an owner to be confirmed', [{ ...action, owner: 'TBC' }], [['actionOwner', 0]]],
  ['an action that says nothing', [{ ...action, text: 'N/A' }], [['actionText', 0]]],
  ['an action that says none', [{ ...action, text: 'No action required' }], [['actionText', 0]]],
  [
    'nothing right',
    [{ text: 'tbc', owner: 'J. Smith', due: null }],
    [
      ['actionText', 0],
      ['actionOwner', 0],
      ['actionDue', 0],
    ],
  ],
  [
    'the nearest of two',
    [
      { text: 'tbc', owner: '', due: null },
      { ...action, due: null },
    ],
    [['actionDue', 1]],
  ],
])('of %s each missing thing is asked for where it is mended', (_, actions, places) => {
  const asks = found(cause, { actions }).map(({ place }) => [place.field, 'action' in place ? place.action : null]);
  expect(asks).toEqual(places);
});

test('one complete action is enough, due today or later, and in any place', () => {
  expect(found(cause, { actions: [{ ...action, due: '2018-08-17' }] })).toEqual([]);
  expect(found(cause, { actions: [{ ...action, due: null }, action] })).toEqual([]);
});

test('a role is an owner in whatever words', () => {
  for (const owner of [
    'Team manager',
    'Head of Service',
    'IRO team',
    'Waste crews',
    'Director, Place',
    'Governance and housing lead',
    'Grants officer',
    'Mark-up team',
  ])
    expect(found(cause, { actions: [{ ...action, owner }] }), owner).toEqual([]);
  for (const owner of [
    'Jane',
    'Jane Smith',
    'Smith, Jane',
    'J Smith',
    'Mr Okoro',
    'Dr. Aisha Khan',
    'Mark Robson',
    'tba',
    '?',
  ])
    expect(found(cause, { actions: [{ ...action, owner }] }), owner).toHaveLength(1);
});

test('worsening asks as Red does, and says both', () => {
  const text = (given: Partial<ReadingText>) => languageReading(rows.bins, null, given);
  expect(causeAndAction(text({ colour: 'green', direction: 'worsening' }))[0]?.sentence).toMatch(/ is worsening,/);
  expect(causeAndAction(text({ colour: 'red', direction: 'worsening' }))[0]?.sentence).toMatch(
    / is Red and worsening,/,
  );
});

test('nothing is asked where it is neither, or where there is no figure', () => {
  for (const colour of ['green', 'amber', null] as const)
    for (const direction of ['improving', 'no_change', 'increasing', 'decreasing', null] as const)
      expect(found(null, { colour, direction, actions: [] })).toEqual([]);
  const figures = { value: null, numerator: null, denominator: null, missing: 'not_collected' } as const;
  expect(found(null, { figures, actions: [] })).toEqual([]);
});
