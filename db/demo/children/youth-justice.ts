import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** Rates of young people in the justice system: measures 11, 12 and 13. */
export const youthJustice: DemoMeasure[] = [
  {
    number: 11,
    code: 'csc-11',
    title: 'Reduction in first time entrants to the Youth Justice System aged 10 - 17',
    definition:
      'By how many per cent the rate of young people aged 10 to 17 entering the youth justice system for the first time has come down.',
    unit: 'percent',
    decimals: 0,
    polarity: 'higher',
    frequency: 'quarterly',
    window: 'rolling12',
    lagDays: 90,
    comparator: 'previous_year',
    scale: null,
    countsPeople: true,
    target: { shape: 'at_least', green: '80', amber: null },
    outturn: { year: 2017, value: '85' },
    latest: {
      start: '2018-01-01',
      value: '85',
      provisional: true,
      comments:
        'The rate of first time entrants is now 352; it was 274 in 2016/17. Over a longer run of years it is still coming down. The data come from outside the council and are not yet final.',
      kept: [
        {
          finding: 'W1:comments::352',
          reason:
            'The printed report gives both rates, for each 100,000 young people; this measure shows by how much they came down.',
        },
        {
          finding: 'W1:comments::274',
          reason:
            'The printed report gives both rates, for each 100,000 young people; this measure shows by how much they came down.',
        },
      ],
      actions: [],
    },
    history: invented({
      code: 'csc-11',
      frequency: 'quarterly',
      decimals: 0,
      latest: ['2018-01-01', '85'],
      from: '88',
      spread: 0.8,
      max: 90,
    }),
    notes: [
      'The printed title has FTE for first time entrants. It is left out here, since FTE means full-time equivalent on this page.',
      'The printed report does not say from which year the reduction is counted, so it cannot be worked out again from the two rates in its comment.',
    ],
  },
  {
    number: 12,
    code: 'csc-12',
    title: 'Rate of proven re-offending by young offenders',
    definition:
      'How often young people who have offended are proven to have offended again, as the Ministry of Justice counts it.',
    unit: 'number',
    decimals: 0,
    polarity: 'lower',
    frequency: 'quarterly',
    window: 'single',
    lagDays: 90,
    comparator: 'previous_year',
    scale: null,
    countsPeople: true,
    target: { shape: 'at_most', green: '50', amber: null },
    outturn: { year: 2017, value: '55' },
    latest: {
      start: '2018-01-01',
      value: '55',
      comments:
        'The rate has gone up since the Ministry of Justice changed its method: it now follows a smaller group of young people, drawn from three months. The Director of Children’s Services has asked for the rise to be taken to the management board of the Youth Offending Team.',
      actions: [
        {
          text: 'Learn from the live tracking tool, so that staff act at once when a young person offends again or looks likely to.',
          owner: 'Youth Offending Team Manager',
          due: '2018-10-31',
        },
      ],
    },
    history: invented({
      code: 'csc-12',
      frequency: 'quarterly',
      decimals: 0,
      latest: ['2018-01-01', '55'],
      from: '45',
      spread: 2.5,
    }),
    notes: [
      'The method has changed to a three-month cohort, so figures before the change are not like for like.',
      'The printed report gives the unit as Number and does not say out of how many.',
    ],
  },
  {
    number: 13,
    code: 'csc-13',
    title: 'Use of custody',
    definition:
      'Sentences of custody passed on young people of 17 or under in a year, for every 1,000 such young people in the county.',
    unit: 'per_1000',
    decimals: 2,
    polarity: 'lower',
    frequency: 'quarterly',
    window: 'rolling12',
    lagDays: 90,
    comparator: 'previous_year',
    scale: 1000,
    numeratorLabel: 'custodial sentence|sentences',
    denominatorLabel: 'young people aged 17 or under',
    countsPeople: true,
    target: { shape: 'at_most', green: '0.2', amber: null },
    outturn: { year: 2017, value: '0.19' },
    latest: {
      start: '2018-01-01',
      numerator: '5',
      denominator: '27023',
      provisional: true,
      comments:
        'Custody has long been rare among young people in Northumberland, and in the year to March 2018 it stayed within the target.',
      actions: [],
    },
    history: invented({
      code: 'csc-13',
      frequency: 'quarterly',
      decimals: 2,
      latest: ['2018-01-01', '0.19'],
      from: '0.3',
      spread: 0.03,
      outOf: [26900, 27300],
      per: 1000,
    }),
    notes: [
      'The printed report of 17 August 2018 still spoke of confirmation in early June, so the figure is marked provisional.',
    ],
  },
];
