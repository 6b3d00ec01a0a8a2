import { describe, expect, test } from 'vitest';
import { confirmRefusal, discardRefusal, historySize, waitingSentence } from '@/lib/elsewhere/confirming-history';
import { byPlace, elsewhereMark, elsewhereNotes, elsewhereWords } from '@/lib/elsewhere/elsewhere-words';
import { historyCheck, historyText, placeProblem } from '@/lib/elsewhere/history-entry';
import type { Person } from '@/lib/people/person';
import { readinessRows } from '@/lib/release/measure-readiness';
import { punctuality } from '@/lib/status/punctuality';

const report = { where: 'the Children’s services report', on: '2018-06-13' };
const older = { where: 'the annual report', on: '2017-06-30' };

describe('where and when is said in words', () => {
  test('in full, and short beside a figure', () => {
    expect(elsewhereWords(report)).toBe(
      'published in the Children’s services report of 13 June 2018, not in this portal',
    );
    expect(elsewhereMark(report)).toBe('published elsewhere on 13 June 2018');
  });

  test('a note names the figures of a row, and counts those of its trend, by place', () => {
    expect(elsewhereNotes([{ what: null }, { what: 'the figure for May 2018' }])).toEqual([]);
    expect(elsewhereNotes([{ elsewhere: report, what: 'the figure for May 2018' }])).toEqual([
      'Published elsewhere: the figure for May 2018 was published in the Children’s services report of 13 June 2018, not in this portal.',
    ]);
    expect(
      elsewhereNotes([
        { elsewhere: report, what: 'the figure for May 2018' },
        { elsewhere: report, what: null },
        { elsewhere: older, what: null },
        { elsewhere: older, what: null },
      ]),
    ).toEqual([
      'Published elsewhere: the figure for May 2018 and one earlier figure of the trend were published in the Children’s services report of 13 June 2018, not in this portal.',
      'Published elsewhere: two figures of the trend were published in the annual report of 30 June 2017, not in this portal.',
    ]);
  });

  test('figures of one place stand together, however they are mixed', () => {
    const groups = byPlace<{ at: number }>([
      { at: 1, elsewhere: report },
      { at: 2 },
      { at: 3, elsewhere: { ...report } },
    ]);
    expect(groups.map(({ things }) => things.map(({ at }) => at))).toEqual([[1, 3]]);
  });
});

describe('what may come in', () => {
  const measure = {
    number: 4,
    unit: 'percent',
    decimals: 0,
    scale: 100,
    outsideHundred: false,
    countsPeople: true,
    frequency: 'quarterly',
    startMonth: 4,
    since: null,
  } as const;
  const row = {
    measureId: 1,
    periodStart: '2018-01-01',
    value: '81',
    numerator: null,
    denominator: null,
    provisional: false,
  };
  const problem = (more: Partial<typeof row> | object, on = '2018-06-13', other: object = {}) =>
    historyCheck(on)({ ...row, ...more }, { ...measure, ...other });

  test('a figure, or the two numbers behind it, of a period that was over', () => {
    expect(problem({})).toBeNull();
    expect(problem({ value: null, numerator: '216', denominator: '267' })).toBeNull();
    expect(problem({}, '2018-04-01')).toBeNull();
  });

  test.each([
    [
      {},
      '2018-03-31',
      'Measure 4, January to March 2018: the period was not over on 31 March 2018, when it was published.',
    ],
    [
      { periodStart: '2018-02-01' },
      undefined,
      'Measure 4: 1 February 2018 is not the first day of one of its periods.',
    ],
    [{ periodStart: 'soon' }, undefined, 'Measure 4: that is not the first day of one of its periods.'],
    [{ value: null }, undefined, 'Measure 4, January to March 2018: there is no figure.'],
    [
      { value: '101' },
      undefined,
      'Measure 4, January to March 2018: “101” is outside 0% to 100%, and this measure cannot be.',
    ],
    [
      { numerator: '216' },
      undefined,
      'Measure 4, January to March 2018: the denominator is missing: the sum needs both numbers.',
    ],
    [
      { value: '80', numerator: '216', denominator: '267' },
      undefined,
      'Measure 4, January to March 2018: the figure typed is 80%, but 216 ÷ 267 × 100 is 81%.',
    ],
    [
      { numerator: '2.5', denominator: '5', value: null },
      undefined,
      'Measure 4, January to March 2018: “2.5” has a part of a person: people are counted whole.',
    ],
  ])('not %j on %s', (more, on, sentence) => {
    expect(problem(more, on)).toBe(sentence);
  });

  test('not of a time before its figures are counted from', () => {
    expect(problem({}, undefined, { since: '2018-04-01' })).toBe(
      'Measure 4, January to March 2018: its figures are counted from 1 April 2018 on.',
    );
  });

  test('where and when are compulsory', () => {
    expect(placeProblem(report, '2018-08-17')).toBeNull();
    expect(placeProblem({ ...report, where: '' }, '2018-08-17')).toMatch(/^Say where/);
    expect(placeProblem({ ...report, where: 'x'.repeat(201) }, '2018-08-17')).toMatch(/shorten it\.$/);
    expect(placeProblem({ ...report, on: '2018-02-30' }, '2018-08-17')).toMatch(/^Say on which day/);
    expect(placeProblem(report, '2018-06-12')).toMatch(/that day has not come\.$/);
  });

  test('what is signed is the same in any order, and another for any other figure, mark, place or day', () => {
    const two = [row, { ...row, periodStart: '2017-10-01' }];
    const text = historyText(1, report, two);
    expect(historyText(1, report, two.toReversed())).toBe(text);
    const others = [
      historyText(2, report, two),
      historyText(1, older, two),
      historyText(1, report, [row]),
      ...[{ value: '82' }, { provisional: true }, { measureId: 2 }, { numerator: '1', denominator: '2' }].map((more) =>
        historyText(1, report, [{ ...row, ...more }, ...two.slice(1)]),
      ),
    ];
    expect(new Set([text, ...others]).size).toBe(8);
  });
});

describe('who may end their waiting', () => {
  const nobody: Person = { id: 1, name: 'Nora', roles: [], owns: [], heads: [], deputises: [] };
  const hana = { ...nobody, id: 2, heads: [7] };
  const span = { serviceId: 7, headId: 2, headName: 'Hana', fromDay: '2026-08-01', untilDay: '2026-08-31' };
  const dev = { ...nobody, id: 3, deputises: [span] };
  const ada: Person = { ...nobody, id: 4, roles: ['performance_officer'] };
  const batch = { serviceId: 7, authors: [4] };
  const day = '2026-08-17';

  test('the head and the deputy confirm, unless they had a part in it', () => {
    expect([hana, dev].map((who) => confirmRefusal(who, batch, day))).toEqual([null, null]);
    for (const who of [nobody, ada, { ...hana, heads: [8] }]) expect(confirmRefusal(who, batch, day)).toMatch(/^Only/);
    expect(confirmRefusal(dev, batch, '2026-09-01')).toMatch(/^Only/);
    for (const who of [hana, dev])
      expect(confirmRefusal(who, { ...batch, authors: [4, who.id] }, day)).toMatch(/^You had/);
  });

  test('they, the officer and whoever brought it in throw it away', () => {
    for (const who of [hana, dev, ada, { ...nobody, id: 9 }])
      expect(discardRefusal(who, { ...batch, authors: [9] }, day)).toBeNull();
    expect(discardRefusal(nobody, batch, day)).toMatch(/^Only/);
  });

  test('how much it is, and for whom it waits', () => {
    expect(historySize({ figures: 1, measures: 1 })).toBe('1 figure of one measure');
    expect(waitingSentence({ figures: 1200, measures: 40, head: null })).toBe(
      '1,200 figures of 40 measures, published elsewhere, wait for a head of service, who is to be named: they are confirmed or thrown away before the first edition.',
    );
  });
});

describe('a period that history gives', () => {
  const measure = {
    frequency: 'monthly',
    startMonth: 4,
    lagDays: 14,
    requiredFrom: '2018-04-01',
    retiredOn: null,
  } as const;

  test('came neither on time nor late, and is not missing', () => {
    const counts = (elsewhere: string[]) =>
      punctuality([{ measure, submitted: new Map(), elsewhere }], '2018-08-17').reduce(
        (sum, { onTime, late, missing }) => sum + onTime + late + missing,
        0,
      );
    expect(counts([])).toBe(4);
    expect(counts(['2018-04-01', '2018-05-01'])).toBe(2);
  });

  test('is not said to be published here', () => {
    const facts = { number: 1, code: 'a', title: 'A', polarity: 'higher', whyNoTarget: null } as const;
    const here = ['2018-04-01', '2018-05-01', '2018-06-01', '2018-07-01'];
    const [row] = readinessRows({ measure: { ...measure, ...facts }, open: [], here, elsewhere: here }, '2018-08-17');
    expect(row?.sentence).toBe('July 2018 was published elsewhere.');
  });
});
