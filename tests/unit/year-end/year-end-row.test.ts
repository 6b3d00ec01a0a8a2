import { describe, expect, test } from 'vitest';
import type { MeasureRecord } from '@/lib/series/measure-record';
import { latestYear, periodsOfYear, wantsClosing } from '@/lib/series/measure-year';
import type { Target } from '@/lib/target/target';
import type { TargetRecord } from '@/lib/target/target-in-force';
import { CloseYear, confirmText } from '@/lib/year-end/closing-form';
import { newTarget } from '@/lib/year-end/new-target';
import { proposeOutturn } from '@/lib/year-end/proposal';
import { unclosedSentence } from '@/lib/year-end/unclosed-words';
import { type Entered, yearEndRow } from '@/lib/year-end/year-end-row';
import { closedWords, countWords, doneWords } from '@/lib/year-end/year-end-words';
import { recordOf, signed } from '../../support/reference/frozen-measure';

const march = signed('2019-03-01', '78');
const snapshot: Partial<MeasureRecord> = { window: 'snapshot', readings: [march] };
const rowOf = (more: Partial<MeasureRecord> = {}, entered: Partial<Entered> | null = null, hasContact = true) => {
  const measure = recordOf({ ...snapshot, ...more });
  const nothing = {
    value: null,
    whyNone: null,
    whyProvisional: null,
    source: null,
    by: null,
    on: null,
    confirmed: null,
  };
  return yearEndRow({
    measure,
    proposal: proposeOutturn(measure, 2018),
    entered: entered && { ...nothing, ...entered },
    hasContact,
    councilYear: '2018/19',
  });
};
const standing = (...args: Parameters<typeof rowOf>) => {
  const { group, figure, words, action } = rowOf(...args);
  return [group, figure, words, action];
};

describe('a measure at the end of its year', () => {
  test.each<[string, unknown[], unknown[]]>([
    ['is certain with all that it needs', standing(), ['certain', '78%', 'The last figure, at 31 March 2019', null]],
    [
      'needs the officer while nobody has set a target or said why not',
      standing({ targets: [] }),
      ['need', '78%', 'The last figure, at 31 March 2019', 'decide'],
    ],
    [
      'needs the owner while its last figure is not here, or is typed where there is none',
      standing({ readings: [] }),
      ['need', null, 'March 2019 is not here yet: due 14 April 2019, with nobody', 'write'],
    ],
    [
      'with nobody to write to',
      standing({ readings: [] }, null, false),
      ['need', null, 'March 2019 is not here yet: due 14 April 2019, with nobody', 'enter'],
    ],
    [
      'is decided while it is provisional',
      standing({ readings: [{ ...march, provisional: true }] }),
      ['need', '78%', 'The last figure, at 31 March 2019, still provisional', 'decide'],
    ],
    [
      'is closed once it is entered',
      standing({}, { value: '78', source: 'The return', by: 'you', on: '29 April 2019' }),
      ['closed', '78%', 'The return', null],
    ],
    [
      'or where there is none, with why',
      standing({}, { whyNone: 'nobody counted.' }),
      ['closed', null, 'There is none: nobody counted', null],
    ],
    [
      'needs the officer again while it is marked provisional',
      standing({}, { value: '78', whyProvisional: 'March is late.', by: 'Ada Byrne', on: '29 April 2019' }),
      ['need', '78%', 'Marked provisional by Ada Byrne on 29 April 2019: March is late', 'decide'],
    ],
    [
      'and where its figures were corrected since',
      standing({}, { value: '77', confirmed: '77', by: 'you', on: '29 April 2019' }),
      ['need', '77%', 'Confirmed as 77% by you on 29 April 2019; corrected since, its figures now give 78%', 'decide'],
    ],
    [
      'or are not here any more',
      standing({ readings: [] }, { value: '77', confirmed: '77', by: 'you', on: '29 April 2019' }),
      [
        'need',
        '77%',
        'Confirmed as 77% by you on 29 April 2019; since then, March 2019 is not here yet: due 14 April 2019, with nobody',
        'decide',
      ],
    ],
    [
      'but not where another figure was typed',
      standing({}, { value: '77', source: 'The return' }),
      ['closed', '77%', 'The return', null],
    ],
    [
      'an annual figure is that of its year',
      standing({ frequency: 'annual', window: 'single', readings: [signed('2018-04-01', '62')] }),
      ['closed', '62%', 'Its own figure of 2018/19, which stands for the year', null],
    ],
    [
      'one that was counted later was not counted in it',
      standing({ requiredFrom: '2019-04-01' }),
      ['uncounted', null, 'Not counted yet in 2018/19', null],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  test('shows last year’s outturn, or that none is held', () => {
    expect(rowOf().previous).toBe('not held');
    expect(rowOf({ outturns: [{ year: 2017, value: '81' }] }).previous).toBe('81%');
  });
});

const decision = { reason: 'A plan.', decidedBy: 'Cabinet', decidedOn: '2019-04-04' };
const target = (effectiveFrom: string, green: string | null, more: Partial<TargetRecord> = {}): TargetRecord => ({
  id: 1,
  effectiveFrom,
  target: (green === null ? { shape: 'none' } : { shape: 'at_least', green, amber: null }) as Target,
  decision: null,
  ...more,
});

describe('the target of the new year', () => {
  const old = target('2017-04-01', '80');
  test.each<[string, Partial<MeasureRecord>, [string, string, boolean]]>([
    ['is carried on', { targets: [old] }, ['at least 80%', 'carried on', false]],
    [
      'is changed by a decision',
      { targets: [old, target('2019-04-01', '85', { decision })] },
      ['at least 85%', 'changed on 4 April 2019', false],
    ],
    [
      'is profiled over the year by one decision',
      {
        targets: [
          old,
          ...['2019-04-01', '2019-07-01'].map((from, step) => target(from, String(108 + 2 * step), { decision })),
        ],
      },
      ['at least 108%, then 110%', 'profiled over the year', false],
    ],
    [
      'was set for the old year only',
      { targets: [old, target('2019-04-01', null, { decision })] },
      ['none', 'it was set until 2018/19 only', true],
    ],
    ['is none yet', { targets: [] }, ['none yet', 'Set it, or say why not', true]],
    ['is none, with why', { targets: [], whyNoTarget: 'it is new' }, ['none', 'because it is new', false]],
    ['is none of a watched measure', { polarity: 'none' }, ['none', 'the measure is watched', false]],
  ])('%s', (_, more, [words, note, isWanting]) =>
    expect(newTarget(recordOf(more), 2019)).toEqual({ words, note, isWanting }),
  );
});

describe('a measure’s own year', () => {
  test('is the latest that is over, and has the periods that end in it', () => {
    expect(latestYear({ startMonth: 4 }, '2019-03-31')).toBe(2017);
    expect(latestYear({ startMonth: 4 }, '2019-04-01')).toBe(2018);
    expect(latestYear({ startMonth: 9 }, '2019-04-01')).toBe(2017);
    expect(latestYear({ startMonth: 1 }, '2019-04-01')).toBe(2018);
    const starts = (frequency: MeasureRecord['frequency']) =>
      periodsOfYear({ frequency, startMonth: 4 }, 2018).map(({ start }) => start.slice(0, 7));
    expect(starts('quarterly')).toEqual(['2018-04', '2018-07', '2018-10', '2019-01']);
    expect(starts('half_yearly')).toEqual(['2018-04', '2018-10']);
    expect(starts('termly')).toEqual(['2018-01', '2018-05', '2018-09']);
    expect(starts('annual')).toEqual(['2018-04']);
    expect(starts('monthly')).toHaveLength(12);
  });

  test('wants closing where the measure was really read by its end, and nobody has said what it was', () => {
    const record = recordOf(snapshot);
    expect(wantsClosing(record, 2018)).toBe(true);
    expect(wantsClosing(record, 2017)).toBe(false);
    expect(wantsClosing({ ...record, readings: [signed('2018-03-01', '70')] }, 2018)).toBe(true);
    expect(wantsClosing({ ...record, requiredFrom: '2019-04-01' }, 2018)).toBe(false);
    expect(wantsClosing({ ...record, readings: [{ ...march, illustrative: true }] }, 2018)).toBe(false);
    expect(wantsClosing({ ...record, outturns: [{ year: 2018, value: '78' }] }, 2018)).toBe(false);
    expect(wantsClosing({ ...record, withoutOutturn: [{ year: 2018, why: 'x' }] }, 2018)).toBe(false);
    expect(wantsClosing({ ...record, frequency: 'annual' }, 2018)).toBe(false);
  });
});

test('what is said of how far a year is closed', () => {
  const rows = (group: 'need' | 'certain' | 'closed', count: number) =>
    Array.from({ length: count }, () => ({ group }));
  const words = (...groups: ReturnType<typeof rows>[]) => countWords({ year: '2018/19', rows: groups.flat() });
  expect(words(rows('closed', 3), rows('certain', 13), rows('need', 4))).toBe(
    '3 of 20 measures are closed. 13 are certain and can be confirmed together; 4 need you. Until then the scorecard says “2018/19 not closed yet”.',
  );
  expect(words(rows('need', 1))).toBe(
    '0 of 1 measure is closed. 1 needs you. Until then the scorecard says “2018/19 not closed yet”.',
  );
  expect(words(rows('closed', 20))).toBe('All 20 measures are closed.');
  expect(words()).toBe('No measure of this service was counted in 2018/19.');
  const closed = { by: 'you', on: '29 April 2019' };
  expect(
    closedWords([
      { number: 12, closed },
      { number: 15, closed },
      { number: 19, closed },
      { number: 3, closed: null },
    ]),
  ).toBe('Measures 12, 15 and 19, confirmed by you on 29 April 2019; measure 3, closed by the figure that is kept');
  expect([doneWords('1'), doneWords('13'), doneWords('x'), doneWords(undefined)]).toEqual([
    'One outturn is confirmed. The public sees it with the next edition.',
    '13 outturns are confirmed. The public sees them with the next edition.',
    null,
    null,
  ]);
  const row = (number: number, why = '2018/19 not closed yet.') => ({
    number,
    previous: { text: null, why, marker: 'x' as const, label: '2018/19' },
  });
  expect(unclosedSentence([row(1), row(2), row(3, 'No earlier figure.')], ['Ada Byrne'])).toBe(
    '2018/19 is not closed yet for measures 1 and 2: Ada Byrne closes it.',
  );
  expect(unclosedSentence([row(1), row(2)], [])).toBe(
    '2018/19 is not closed yet for any of its 2 measures: an administrator has to name a performance officer first.',
  );
  expect(unclosedSentence([row(1, 'No earlier figure.')], ['Ada Byrne'])).toBeNull();
});

test('a confirmation carries its year, and a code with a fingerprint for each measure, and nothing else', () => {
  const seen = 'a'.repeat(64);
  const parse = (confirm: string[]) => CloseYear.safeParse({ service: 'buses', year: '2025', confirm });
  expect(parse([confirmText({ code: 'bus-01', seen })]).data?.confirm).toEqual([{ code: 'bus-01', seen }]);
  for (const wrong of [[], ['bus-01'], [`bus-01 ${seen}x`], [`bus 01 ${seen}`]])
    expect(parse(wrong).success).toBe(false);
  const confirm = [confirmText({ code: 'bus-01', seen })];
  expect(CloseYear.safeParse({ service: 'buses', year: 'this', confirm }).success).toBe(false);
});
