import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** Potholes reported and mended, all of it invented: measures 1 and 3. */
export const potholes: DemoMeasure[] = [
  {
    number: 1,
    code: 'hwy-01',
    title: 'Dangerous potholes made safe within 24 hours',
    definition:
      'Of the potholes that an inspector judged dangerous, the share made safe within 24 hours of being reported.',
    unit: 'percent',
    decimals: 1,
    polarity: 'higher',
    frequency: 'monthly',
    window: 'single',
    lagDays: 20,
    comparator: 'same_period_last_year',
    scale: 100,
    numeratorLabel: 'was|were made safe within 24 hours',
    denominatorLabel: 'dangerous potholes',
    countsPeople: false,
    target: { shape: 'at_least', green: '95', amber: '90' },
    outturn: null,
    latest: {
      start: '2018-07-01',
      numerator: '473',
      denominator: '512',
      comments:
        'Fewer repairs were on time than a year ago, because the hard frosts of late winter left more deep potholes than the repair gangs could reach in a day, most of them in the north of the county.',
      actions: [
        {
          text: 'Keep a second repair gang in the north until the winter’s damage is cleared.',
          owner: 'Highway Maintenance Manager',
          due: '2018-10-31',
        },
      ],
    },
    history: invented({
      code: 'hwy-01',
      frequency: 'monthly',
      decimals: 1,
      latest: ['2018-07-01', '92.4'],
      from: '96.1',
      via: { '2017-07-01': '95.2' },
      spread: 0.9,
      seasons: [0.95, 0.93, 0.94, 0.97, 0.99, 1, 1, 1.01, 1.01, 1, 0.99, 0.97],
      max: 98.9,
    }),
    ownerRole: 'Highway Maintenance Manager (an invented role)',
    earlier: {
      from: '2016-07-01',
      definition:
        'Of the potholes that an inspector judged dangerous, the share made safe within 24 hours of being inspected.',
      next: {
        from: '2016-12-01',
        reason: 'The clock starts with the report, because that is when a driver is in danger.',
        decidedBy: 'Highways Board (invented)',
        decidedOn: '2016-11-14',
      },
    },
    benchmarks: [
      {
        name: 'England (invented)',
        source: 'A national return that was invented for this demonstration',
        alike: true,
        note: 'the same definition, from the report to the repair',
        values: [
          { from: '2016-08-01', until: '2017-07-31', value: '93.1' },
          { from: '2017-08-01', until: '2018-07-31', value: '93.8' },
        ],
      },
      {
        name: 'Neighbouring counties (invented)',
        source: 'A survey among neighbours that was invented for this demonstration',
        alike: false,
        note: 'they count from the inspection, and only on main roads',
        values: [{ from: '2017-04-01', until: '2018-03-31', value: '97.2' }],
      },
    ],
  },
  {
    number: 3,
    code: 'hwy-03',
    title: 'Potholes reported by the public',
    definition: 'How many reports of potholes reached the council in the month by telephone, website or letter.',
    unit: 'number',
    decimals: 0,
    periodsAddUp: true,
    polarity: 'none',
    frequency: 'monthly',
    window: 'single',
    lagDays: 20,
    comparator: 'same_period_last_year',
    scale: null,
    countsPeople: false,
    target: { shape: 'none' },
    whyNoTarget: 'more reports can mean worse roads or an easier way to report',
    outturn: null,
    latest: {
      start: '2018-07-01',
      value: '1284',
      comments:
        'Reports are up on last July. The severe cold of February and March did much of the damage, and since May a report can be made with a photograph from a telephone.',
      actions: [],
    },
    history: invented({
      code: 'hwy-03',
      frequency: 'monthly',
      decimals: 0,
      latest: ['2018-07-01', '1284'],
      from: '820',
      via: {
        '2017-07-01': '968',
        '2018-03-01': '3316',
        '2018-04-01': '2871',
        '2018-05-01': '2104',
        '2018-06-01': '1497',
      },
      spread: 70,
      seasons: [1.6, 1.9, 1.8, 1.4, 1.1, 0.95, 0.85, 0.8, 0.8, 0.9, 1.1, 1.3],
      min: 300,
    }),
    breaks: [{ start: '2016-12-01', reason: 'Reports by the new website are counted from December 2016.' }],
  },
];
