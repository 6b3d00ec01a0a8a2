import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** The state of main roads and what damage on the highway costs, all of it invented: measures 5 and 8. */
export const roadCondition: DemoMeasure[] = [
  {
    number: 5,
    code: 'hwy-05',
    title: 'Main roads in need of repair',
    definition:
      'The share of the council’s A roads, by length, that a machine survey found to need repair within a year.',
    unit: 'percent',
    decimals: 1,
    polarity: 'lower',
    frequency: 'annual',
    startMonth: 4,
    window: 'single',
    lagDays: 90,
    comparator: 'previous_period',
    scale: 100,
    numeratorLabel: 'needed repair',
    denominatorLabel: 'kilometres of A road surveyed',
    countsPeople: false,
    target: { shape: 'at_most', green: '4', amber: '6' },
    outturn: null,
    latest: {
      start: '2017-04-01',
      numerator: '33.2',
      denominator: '1071.4',
      comments:
        'Main roads are in better order than the year before, since most of the resurfacing money of the last two years went to them. Minor roads are surveyed separately.',
      actions: [],
    },
    history: invented({
      code: 'hwy-05',
      frequency: 'annual',
      decimals: 1,
      latest: ['2017-04-01', '3.1'],
      from: '4.6',
      via: { '2016-04-01': '3.5' },
      spread: 0.2,
    }),
  },
  {
    number: 8,
    code: 'hwy-08',
    title: 'Compensation paid for damage on the highway, year to date',
    definition:
      'What the council has paid since 1 April on claims for damage or injury caused by the state of its roads and paths.',
    unit: 'pounds',
    decimals: 0,
    polarity: 'lower',
    frequency: 'quarterly',
    window: 'ytd',
    lagDays: 45,
    comparator: 'same_period_last_year',
    scale: null,
    countsPeople: false,
    targetFrom: '2018-04-01',
    target: { shape: 'at_most', green: '45000', amber: '50000' },
    outturn: null,
    latest: {
      start: '2018-04-01',
      value: '52300',
      comments:
        'More has been paid than by this point last year, because the winter’s potholes brought a wave of claims for tyres and wheels. Where an inspection was late the council had no defence.',
      actions: [
        {
          text: 'Bring overdue inspections of the busiest roads up to date.',
          owner: 'Highway Inspections Manager',
          due: '2018-09-14',
        },
        {
          text: 'Review each claim paid since April for what would have prevented it, and report to the cabinet member.',
          owner: 'Insurance Manager',
          due: '2018-11-30',
        },
      ],
    },
    history: invented({
      code: 'hwy-08',
      frequency: 'quarterly',
      decimals: 0,
      latest: ['2018-04-01', '52300'],
      from: '39000',
      via: { '2017-04-01': '41850' },
      spread: 2600,
      seasons: [1.15, 1, 1, 1.05, 1, 1, 0.8, 1, 1, 0.75, 1, 1],
      yearToDate: true,
    }),
    notes: ['The target is for the first quarter of the year.'],
  },
];
