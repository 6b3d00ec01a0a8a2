import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** Where young people stand when the work with them ends: measures 14 and 16. */
export const youngOffenders: DemoMeasure[] = [
  {
    number: 14,
    code: 'csc-14',
    title: '% of Young Offenders living in suitable accommodation',
    definition:
      'Of the young people whose work with the Youth Offending Team ended in the quarter, the share with a suitable home.',
    unit: 'percent',
    decimals: 0,
    polarity: 'higher',
    frequency: 'quarterly',
    window: 'single',
    lagDays: 45,
    comparator: 'previous_year',
    scale: 100,
    numeratorLabel: 'was|were living in suitable accommodation',
    denominatorLabel: 'young people whose intervention ended',
    countsPeople: true,
    target: { shape: 'at_least', green: '95', amber: null },
    outturn: { year: 2017, value: '100' },
    latest: {
      start: '2018-04-01',
      numerator: '26',
      denominator: '26',
      comments:
        'Every young person whose work with the team ended from April to June 2018 had a suitable place to live, as last year.',
      actions: [],
    },
    history: invented({
      code: 'csc-14',
      frequency: 'quarterly',
      decimals: 0,
      latest: ['2018-04-01', '100'],
      from: '93',
      via: { '2017-04-01': '100', '2017-07-01': '100', '2017-10-01': '100', '2018-01-01': '100' },
      spread: 2,
      outOf: [19, 31],
      max: 100,
    }),
  },
  {
    number: 16,
    code: 'csc-16',
    title: '% Young Offenders engagement in suitable education, employment or training (ETE)',
    definition:
      'Of the young people whose work with the Youth Offending Team ended in the month, the share in education, training or work that suits them.',
    unit: 'percent',
    decimals: 0,
    polarity: 'higher',
    frequency: 'monthly',
    window: 'single',
    lagDays: 45,
    comparator: 'previous_year',
    scale: 100,
    numeratorLabel: 'was|were in education, training or work that suited them',
    denominatorLabel: 'young people whose intervention ended',
    countsPeople: true,
    target: { shape: 'at_least', green: '65', amber: null },
    outturn: { year: 2017, value: '69' },
    latest: {
      start: '2018-06-01',
      numerator: '5',
      denominator: '5',
      comments:
        'Over the quarter 65% of the young people who finished were learning or working. So few finish in a month that one month alone says little.',
      actions: [
        {
          text: 'Report every month, as the chair of the scrutiny committee recommended, so that help can come as early as possible.',
          owner: 'Youth Offending Team Manager',
          due: '2018-09-30',
        },
      ],
    },
    history: invented({
      code: 'csc-16',
      frequency: 'monthly',
      decimals: 0,
      latest: ['2018-06-01', '100'],
      from: '66',
      via: { '2018-05-01': '67' },
      spread: 14,
      outOf: [4, 9],
      max: 100,
    }),
    notes: [
      'The cells of this row were out of order in the source; 69 is read as last year’s figure and 65 as the target.',
      'This measure has lately changed from quarterly to monthly reporting.',
    ],
  },
];
