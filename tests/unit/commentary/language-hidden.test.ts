import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenNumberFindings } from '@/lib/commentary/language/hidden-number-check';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { languageReading, type Row } from '../../support/commentary/language-reading';
import { spelledNumber } from '../../support/commentary/spelled-number';

const row: Row = {
  title: 'Child protection plans that lasted two years or more',
  unit: 'percent',
  decimals: 1,
  polarity: 'lower',
  value: '0.8',
  lastYear: '3.5',
  lastMonth: '1.1',
  target: { shape: 'at_most', green: '2', amber: null },
  colour: 'green',
};

/** The quoted words of what is found: 3 of 389 plans is 0.8%, and the count, its complement and the figure are hidden. */
function quotes(comments: string, given: Partial<ReadingText> = {}): string[] {
  const hidden = ['3', '386', '0.7712', '0'].map((value) => ({ value, what: 'plans that lasted two years or more' }));
  return hiddenNumberFindings(languageReading(row, comments, Object.assign({ hidden }, given))).map(
    ({ quote }) => quote,
  );
}

test.each([
  ['There were 3 plans.', ['3']],
  ['Three plans ended.', ['Three']],
  ['It is 3 of 389.', ['3']],
  ['It is 3/389.', ['3']],
  ['The other 386 were shorter.', ['386']],
  ['Three hundred and eighty-six were shorter.', ['Three hundred and eighty-six']],
  ['The figure is 0.8%.', ['0.8']],
  ['That is 0.77 per cent.', ['0.77']],
  ['There were ３ plans.', ['３']],
  ['There were ٣ plans.', ['٣']],
  ['There were 𝟑 plans.', ['𝟑']],
  ['There were th\u200bree plans.', ['th\u200bree']],
  ['There were \u202e3\u202c plans.', ['3']],
  ['Only 3.0 of them were long.', ['3.0']],
  ['There were three long plans and 3 short ones.', ['three', '3']],
  ['There were no plans of that length.', ['no']],
  ['None were long.', ['None']],
  ['Of the children, 3 were under five.', ['3']],
])('%s gives away %j', (comments, expected) => {
  expect(quotes(comments)).toEqual(expected);
});

test.each([
  'A small number of plans lasted longer.',
  'On 3 July 2018 the panel met.',
  'In Q3 the panel met.',
  'The third plan was reviewed.',
  'The 3rd review was held.',
  'Reviews take place every 3 months.',
  'Reviews take place every three months.',
  'A three-month pilot began.',
  'It cost £3.',
  'Section 3 of the guidance applies.',
  'Children aged 3 were seen first.',
  'We meet at 3pm.',
  'The share is 3% lower than planned.',
  'The year 2017/18 was unusual.',
  'There is no change.',
  'There were 13 plans.',
  'There were 1,386 visits.',
  'There were 30 plans and 33 reviews.',
  'Two-thirds were shorter.',
  'No later than Friday.',
  'Three social workers have started.',
  'We have 3 vacancies in the team.',
  'Three more audit meetings are planned.',
  'There are three main reasons for this.',
])('%s gives nothing away', (comments) => {
  expect(quotes(comments)).toEqual([]);
});

test.each(['3 passengers left home.', 'Three learners went back to school.', '3 went to court after a meeting.'])(
  '%s tells it, whatever they do next',
  (comments) => {
    expect(quotes(comments)).toHaveLength(1);
  },
);

test('“one” counts only people: not reasons, pronouns and ratios', () => {
  const hidden = [{ value: '1', what: 'children' }];
  const found = (comments: string) => quotes(comments, { hidden });
  for (const comments of ['One child moved.', 'One of the children moved.', 'A single child moved.', 'We saw 1 child.'])
    expect(found(comments), comments).toHaveLength(1);
  for (const comments of [
    'One of the reasons is the weather.',
    'One of the main reasons is the weather.',
    'No one moved.',
    'This one is new.',
    'A one-off payment was made.',
    'One in four moved.',
    'On the one hand it rained.',
    'One way to help is to ask.',
  ])
    expect(found(comments), comments).toEqual([]);
});

test('where all of a small group are hidden, “all”, “every”, “both” and 100% tell it', () => {
  const figures = { value: null, numerator: '2', denominator: '2', missing: null };
  const measure = Object.assign({}, languageReading(row, null).measure, { scale: 100, decimals: 0 });
  const hidden = [
    { value: '2', what: 'young people' },
    { value: '100', what: 'the figure' },
  ];
  const found = (comments: string) => quotes(comments, { figures, measure, hidden });
  expect(found('All young people had a home.')).toEqual(['All']);
  expect(found('Both were housed.')).toEqual(['Both']);
  expect(found('The figure is 100%.')).toEqual(['100']);
  expect(found('Every young person had a home.')).toEqual(['Every']);
  expect(found('All services were asked to help.')).toEqual([]);
});

test('actions and the public note are read as the comments are', () => {
  const text = languageReading(row, null, {
    publicNote: 'Three was wrong.',
    actions: [{ text: 'Review the 3 plans', owner: 'Team manager', due: '2018-12-01' }],
    hidden: [{ value: '3', what: 'plans' }],
  });
  expect(hiddenNumberFindings(text).map(({ place, quote }) => [place.field, quote])).toEqual([
    ['actionText', '3'],
    ['publicNote', 'Three'],
  ]);
});

test('nothing is found where nothing is hidden', () => {
  expect(quotes('There were 3 of 389.', { hidden: [] })).toEqual([]);
});

test('a number up to 999 is found in digits and words, and no other number is taken for it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999 }), fc.integer({ min: 2, max: 999 }), (hidden, other) => {
      const given = { hidden: [{ value: String(hidden), what: 'children' }], actions: [] };
      const expected = hidden === other ? 1 : 0;
      expect(quotes(`We helped ${other} children.`, given)).toHaveLength(expected);
      expect(quotes(`We helped ${spelledNumber(other)} children.`, given)).toHaveLength(expected);
      expect(quotes(`We helped ${spelledNumber(hidden)} children.`, given)).toEqual([spelledNumber(hidden)]);
    }),
  );
});
