import { describe, expect, test } from 'vitest';
import { editionDifferences } from '@/lib/edition/difference/edition-difference';
import type { FrozenFigure, FrozenRow } from '@/lib/edition/edition';
import { freezeMeasure, type MeasureSheet } from '@/lib/edition/measure-sheet';
import { publishedOf, recordOf, signed } from '../../support/reference/frozen-measure';

const cut = { asAt: '2018-08-17', comparisonStart: 2017 };
const decision = { reason: 'Cabinet chose it.', decidedBy: 'Cabinet', decidedOn: '2018-06-01' };
const wording = (version: number, effectiveFrom: string) => ({
  version,
  effectiveFrom,
  title: 'Buses on time',
  definition: 'Of all.',
  decision,
  numeratorLabel: null,
  denominatorLabel: null,
});
const england = {
  name: 'England',
  source: 'Department for Transport',
  alike: true,
  note: 'Counted alike.',
  values: [{ from: '2017-04-01', until: '2018-03-31', value: '82' }],
};
const frozen = freezeMeasure(
  recordOf({
    readings: ['2018-07-01', '2018-06-01', '2018-05-01'].map((start, n) => signed(start, String(81 + n))),
    source: 'Ticket machines',
    benchmarks: [england],
    wordings: [wording(1, '2010-04-01')],
  }),
  cut,
);
const row: FrozenRow = { ...frozen.row, sheet: 'one', told: 'one', trend: { targets: [], ...frozen.row.trend } };
const { sheet } = frozen;

type Edited = { row?: Partial<FrozenRow>; sheet?: Partial<MeasureSheet> };
const changes = (edited: Edited) => {
  const [rows, sheets] = [[{ ...row, ...edited.row }], new Map([['bus-01', { ...sheet, ...edited.sheet }]])];
  const before = { asAt: cut.asAt, rows: [row], sheets: new Map([['bus-01', sheet]]) };
  return editionDifferences(before, { asAt: cut.asAt, rows, sheets }).map(({ sentence }) => sentence);
};

const hiddenFigure: FrozenFigure = { text: null, why: 'Hidden.', marker: 'c', hidden: true };
const otherTarget = { from: '2018-07-01', rule: 'at least 90%', decision } as const;

/** Each field of a row: an alteration of it alone, and what must be said; or why nothing is. */
const ofRow: Record<keyof FrozenRow, [Partial<FrozenRow>, RegExp][] | string> = {
  number: [[{ number: 7 }, /^The place on the scorecard changed\.$/]],
  code: 'another code is another measure',
  title: [[{ title: 'Trams' }, /^The title changed\.$/]],
  definition: [[{ definition: 'Of some.' }, /^The definition changed\.$/]],
  excepted: [[{ excepted: 1 }, /^The number of figures shown although they are small changed\.$/]],
  theme: [[{ theme: 'Getting about' }, /^The theme changed\.$/]],
  unit: [[{ unit: 'Days' }, /^The unit changed\.$/]],
  frequency: [[{ frequency: 'annual' }, /^The frequency changed\.$/]],
  covers: [[{ covers: 'rolling 12 months' }, /^The span of the figures changed\.$/]],
  previous: [
    [{ previous: { text: '70%', why: null, label: row.previous.label } }, /^Compared with 70%/],
    [{ previous: { ...row.previous, label: '2016/17' } }, /^Compared with .* in 2016\/17; was/],
  ],
  target: [
    [{ target: { text: '90%', why: null, rule: 'at least 90%' } }, /^Target at least 90%; was at least 80%\.$/],
    [{ target: { ...row.target, rule: 'at most 80%' } }, /^Target at most 80%/],
  ],
  current: [
    [{ current: { text: '12%', why: null, marks: [] } }, /^Jul 2018 is 12%; was 81%\.$/],
    [{ current: { ...row.current, marks: ['p'] } }, /now provisional\.$/],
    [{ current: { ...row.current, marks: ['e'] } }, /^The marks of Jul 2018 changed\.$/],
    [{ current: { ...row.current, marks: ['r'] } }, /^Jul 2018 corrected/],
    [{ current: { ...hiddenFigure, marks: [] } }, /^Jul 2018 is hidden now\.$/],
    [{ current: { text: '80%', why: null, rounded: 'Rounded.', marks: [] } }, /^Jul 2018 is 80% \(rounded\) now\.$/],
  ],
  period: [
    [{ period: { label: 'Aug 2018', range: '1 to 31 August 2018', start: '2018-08-01' } }, /81% for Aug 2018; was/],
    [
      { period: { label: 'Jul 2018', range: '12 months to 31 July 2018', start: '2018-07-01' } },
      /^The name of the period/,
    ],
    [{ period: null }, /^No result any more/],
  ],
  travel: [
    [{ travel: { ...row.travel, direction: 'no_change' } }, /^No change; was/],
    [{ travel: { ...row.travel, sentence: 'Other.' } }, /^The words on the direction changed\.$/],
    [{ travel: { ...row.travel, colour: 'red' } }, /^The words on the direction changed\.$/],
  ],
  rag: [
    [{ rag: { colour: 'red', sentence: 'Red.' } }, /^Turned Red; was Green\.$/],
    [{ rag: { ...row.rag, sentence: 'Other.' } }, /^The words on the colour changed\.$/],
  ],
  realTerms: [[{ realTerms: '8 of 10' }, /^The numbers behind Jul 2018 changed\.$/]],
  comments: [[{ comments: 'It rained.' }, /^The comments changed\.$/]],
  actions: [[{ actions: [{ text: 'Buy', owner: 'Ada', due: null }] }, /^The actions changed\.$/]],
  notes: [[{ notes: ['From another source.'] }, /^The notes changed\.$/]],
  trend: [
    [{ trend: { ...row.trend, target: '90' } }, /^Target /],
    [{ trend: { ...row.trend, targets: [{ start: '2018-07-01', value: '80' }] } }, /^The targets drawn on the trend/],
    [{ trend: { ...row.trend, growing: true } }, /^The drawing of the trend changed\.$/],
    [
      { trend: { ...row.trend, points: row.trend.points.map((point) => ({ ...point, illustrative: true })) } },
      /^The marks of invented figures changed\.$/,
    ],
    [
      { trend: { ...row.trend, points: row.trend.points.map((point) => ({ ...point, value: '9' })) } },
      /^May 2018 corrected: was 83, now 9\.$/,
    ],
  ],
  signal: [
    [
      { signal: { variation: { kind: 'common_cause', way: null }, assurance: null, sentence: 'Normal.' } },
      /^Normal\.$/,
    ],
    [
      { signal: { variation: null, assurance: 'hit_or_miss', sentence: 'It can be relied on.' } },
      /^It can be relied on\.$/,
    ],
    [{ signal: { variation: null, assurance: null, sentence: 'Other.' } }, /^The words on the signal changed\.$/],
  ],
  sheet: 'the hash of the sheet, which is told field by field below; without sheets at hand a test of its own',
  told: 'the hash of the readings told first, which have a test of their own',
  schedule: [
    [{ schedule: { ...row.schedule, lagDays: 20 } }, /^When its figures are due has changed\.$/],
    [{ schedule: { ...row.schedule, latest: '2018-07-01', gaps: ['2018-06-01'] } }, /^Overdue: June 2018/],
    [
      { schedule: { ...row.schedule, awaited: [{ start: '2018-07-01', until: '2018-09-01' }] } },
      /^When its figures are due has changed\.$/,
    ],
  ],
};

const facts = (name: string) => new RegExp(`^The ${name} changed\\.$`);
const drawn = sheet.process.refused === null ? sheet.process : null;
const process = (more: object) => ({ process: { ...drawn, ...more } as MeasureSheet['process'] });

/** Each field of a sheet, likewise. */
const ofSheet: Record<keyof MeasureSheet, [Partial<MeasureSheet>, RegExp][] | string> = {
  unit: [[{ unit: 'days' }, facts('unit')]],
  decimals: [[{ decimals: 2 }, facts('number of decimals')]],
  polarity: [[{ polarity: 'lower' }, facts('word on which way is better')]],
  frequency: [[{ frequency: 'annual' }, facts('frequency')]],
  startMonth: [[{ startMonth: 1 }, facts('first month of the year')]],
  window: [[{ window: 'rolling12' }, facts('span of the figures')]],
  since: [[{ since: '2015-01-01' }, facts('day from which is counted')]],
  lagDays: [[{ lagDays: 99 }, facts('days until a figure is due')]],
  comparator: [[{ comparator: 'previous_period' }, facts('figure to compare with')]],
  scale: [[{ scale: 1000 }, facts('scale')]],
  numeratorLabel: [[{ numeratorLabel: 'buses that were early' }, facts('label of the numerator')]],
  denominatorLabel: [[{ denominatorLabel: 'trams' }, facts('label of the denominator')]],
  countsPeople: [[{ countsPeople: !sheet.countsPeople }, facts('word on whether people are counted')]],
  compareAs: [[{ compareAs: 'stored' }, facts('way of comparing with the target')]],
  noChangeBand: [[{ noChangeBand: '5' }, facts('band of no change')]],
  outsideHundred: [[{ outsideHundred: !sheet.outsideHundred }, facts('limits of the percentage')]],
  digitsFollow: [[{ digitsFollow: true }, facts('way of printing digits')]],
  periodsAddUp: [[{ periodsAddUp: true }, facts('word on whether periods add up')]],
  source: [[{ source: 'Satellites' }, facts('source')]],
  ownerRole: [[{ ownerRole: 'Head of buses' }, facts('role of the owner')]],
  whyNoTarget: [[{ whyNoTarget: 'It is watched.' }, facts('reason for having no target')]],
  headline: [[{ headline: 'Other.' }, facts('headline')]],
  stillRed: [[{ stillRed: 'Red for 5 months.' }, facts('headline')]],
  targets: [
    [
      { targets: [...sheet.targets, { ...otherTarget, target: { shape: 'at_least', green: '90', amber: null } }] },
      /^The target from 1 July 2018 is at least 90%\.$/,
    ],
    [{ targets: [] }, /^No target is set from 1 April 2010 any more; was at least 80%\.$/],
    [
      { targets: sheet.targets.map((each) => ({ ...each, rule: 'at least 85%' })) },
      /^The target from 1 April 2010 is at least 85%; was at least 80%\.$/,
    ],
    [
      { targets: sheet.targets.map((e) => ({ ...e, target: { shape: 'at_least', green: '80', amber: '70' } })) },
      /^The Amber of the target from 1 April 2010 changed\.$/,
    ],
    [{ targets: sheet.targets.map((each) => ({ ...each, decision })) }, /^The decision behind the target from/],
  ],
  mends: [
    [
      { mends: [{ on: '2018-08-01', what: 'title', was: 'Buses on tme' }] },
      /^Title mended on 1 August 2018: a slip in “Buses on tme”\.$/,
    ],
  ],
  wordings: [
    [
      { wordings: [...sheet.wordings, wording(2, '2018-07-01')] },
      /^Version 2 of the definition counts from 1 July 2018/,
    ],
    [
      { wordings: [{ ...wording(1, '2010-04-01'), title: 'Old' }] },
      /^Version 1 of the definition is told otherwise\.$/,
    ],
  ],
  changes: [
    [
      { changes: [{ start: '2018-06-01', why: 'break in series: new machines' }] },
      /^Figures from 1 June 2018 are not alike with those before: break in series: new machines\.$/,
    ],
  ],
  benchmarks: [
    [{ benchmarks: [england, { ...england, name: 'Wales' }] }, /^New comparator: Wales\.$/],
    [{ benchmarks: [] }, /^England is no comparator any more\.$/],
    [{ benchmarks: [{ ...england, values: [] }] }, /^Comparator England: the figures changed\.$/],
    [{ benchmarks: [{ ...england, alike: false }] }, /^Comparator England: the word on whether it is alike changed\.$/],
    [{ benchmarks: [{ ...england, note: '', source: '' }] }, /^Comparator England: the source and the note changed\.$/],
  ],
  process: [
    [
      process({ restarts: [{ start: '2018-06-01', why: 'rebased: new depot' }] }),
      /^The baseline begins anew from 1 June 2018: rebased: new depot\.$/,
    ],
    [process({ screening: 'Two strikes.' }), /^Large moves are left out of the mean range: Two strikes\.$/],
    [process({ values: ['1', '2', '3'] }), facts('process control')],
    [{ process: { refused: 'No chart.' } }, facts('process control')],
  ],
};

/** Fields that a sheet may go without, beside those that this one has. */
const optional = ['digitsFollow', 'periodsAddUp', 'mends'];

describe('what edition N would change names each thing that it would show otherwise', () => {
  test('the tables below know every field of a row and of a sheet, and only those', () => {
    expect([...Object.keys(row), 'excepted', 'theme'].sort()).toEqual(Object.keys(ofRow).sort());
    expect([...Object.keys(sheet), ...optional].sort()).toEqual(Object.keys(ofSheet).sort());
    expect(changes({})).toEqual([]);
  });

  test.each(Object.entries(ofRow))('of a row: %s', (_, edits) => {
    if (typeof edits === 'string') return expect(edits).toMatch(/\w+/);
    for (const [edit, pattern] of edits) expect(changes({ row: edit })).toContainEqual(expect.stringMatching(pattern));
  });

  test.each(Object.entries(ofSheet))('of a sheet: %s', (_, edits) => {
    if (typeof edits === 'string') return expect(edits).toMatch(/\w+/);
    for (const [edit, pattern] of edits) expect(changes({ sheet: edit })).toEqual([expect.stringMatching(pattern)]);
  });

  test('a sheet that is not at hand is told by its hash; one from before there were sheets is not', () => {
    const sentences = (was: FrozenRow, is: FrozenRow) =>
      editionDifferences({ asAt: cut.asAt, rows: [was] }, { asAt: cut.asAt, rows: [is] }).map((each) => each.sentence);
    expect(sentences(row, { ...row, sheet: 'two' })).toEqual(['What its page says beside this row changed.']);
    const { sheet: _, ...before } = row;
    expect(sentences(before, row)).toEqual([]);
  });

  test('a reading of an earlier period that is told for the first time, or corrected, is named', () => {
    const readings = new Map([
      [
        'bus-01',
        [
          publishedOf('2012-01-01', '77'),
          publishedOf('2012-02-01', '78', { corrects: { was: '60%', reason: null, note: null } }),
        ],
      ],
    ]);
    const [before, after] = [
      { asAt: cut.asAt, rows: [row] },
      { asAt: cut.asAt, rows: [row], readings },
    ];
    expect(editionDifferences(before, after).map(({ sentence }) => sentence)).toEqual([
      'It tells of January 2012 for the first time: 77.',
      'February 2012 corrected: was 60%, now 78.',
    ]);
  });

  test('with a new period, only what does not follow from it is told beside it', () => {
    const period = { label: 'Aug 2018', range: '1 to 31 August 2018', start: '2018-08-01' };
    expect(changes({ row: { period, comments: 'New.' }, sheet: { headline: 'New.', source: 'Satellites' } })).toEqual([
      '81% for Aug 2018; was 81% for Jul 2018.',
      'The source changed.',
    ]);
  });
});
