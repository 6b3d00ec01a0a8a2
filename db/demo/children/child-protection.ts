import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** Child protection plans: measures 9 and 10. */
export const childProtection: DemoMeasure[] = [
  {
    number: 9,
    code: 'csc-09',
    title: '% of child protection plans ending that lasted two years or more where the plan has ended',
    definition:
      'Of the child protection plans that came to an end, the share that had been in place for two years or longer.',
    unit: 'percent',
    decimals: 1,
    digitsFollow: true,
    polarity: 'lower',
    frequency: 'monthly',
    window: 'rolling12',
    lagDays: 30,
    comparator: 'previous_year',
    scale: 100,
    numeratorLabel: 'had lasted two years or more',
    denominatorLabel: 'child protection plans that ended',
    countsPeople: true,
    target: { shape: 'at_most', green: '2', amber: null },
    outturn: { year: 2017, value: '3.5' },
    latest: {
      start: '2018-07-01',
      numerator: '3',
      denominator: '389',
      comments:
        'Very few plans now run for two years or longer. The share has fallen since last year, and again since June 2018.',
      actions: [],
    },
    history: invented({
      code: 'csc-09',
      frequency: 'monthly',
      decimals: 1,
      latest: ['2018-07-01', '0.8'],
      from: '4.6',
      via: { '2018-03-01': '3.5', '2018-06-01': '1.3' },
      spread: 0.35,
      min: 0.5,
    }),
  },
  {
    number: 10,
    code: 'csc-10',
    title: '% of children becoming subject to a Child Protection Plan for a 2nd or subsequent time',
    definition: 'Of the children for whom a child protection plan began, the share who had already had one before.',
    unit: 'percent',
    decimals: 1,
    digitsFollow: true,
    polarity: 'lower',
    frequency: 'monthly',
    window: 'rolling12',
    lagDays: 30,
    comparator: 'previous_year',
    scale: 100,
    numeratorLabel: 'had already had one before',
    denominatorLabel: 'children who started a child protection plan',
    countsPeople: true,
    target: { shape: 'at_most', green: '12', amber: null },
    outturn: { year: 2017, value: '16' },
    latest: {
      start: '2018-07-01',
      numerator: '76',
      denominator: '530',
      comments:
        'The share is down on last year and on three months ago, but over the last 12 months many more children have returned to a plan. An audit’s first findings, drawn from social work reports, are that the same concerns come back, among them neglect, domestic abuse and the misuse of drugs or alcohol, and that improvements made during the first plan did not last.',
      actions: [
        {
          text: 'Set up a short-term group with partner agencies to go through the cases in which a child has had a further plan.',
          owner: 'Head of Safeguarding',
          due: '2018-09-30',
        },
        {
          text: 'Follow the audit with closer work on why the number has risen.',
          owner: 'Head of Quality Assurance',
          due: '2018-12-31',
        },
      ],
    },
    history: invented({
      code: 'csc-10',
      frequency: 'monthly',
      decimals: 1,
      latest: ['2018-07-01', '14.3'],
      from: '13.1',
      via: { '2018-03-01': '16', '2018-04-01': '15.7' },
      spread: 0.5,
    }),
  },
];
