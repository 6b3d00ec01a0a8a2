import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** Referrals: measure 8. */
export const referrals: DemoMeasure[] = [
  {
    number: 8,
    code: 'csc-08',
    title: 'Referral decisions made within 1 day of receiving referral',
    definition:
      'The share of referrals to children’s services on which a decision was taken within one day of their arrival.',
    unit: 'percent',
    decimals: 1,
    digitsFollow: true,
    polarity: 'higher',
    frequency: 'monthly',
    window: 'single',
    lagDays: 30,
    comparator: 'previous_year',
    scale: 100,
    numeratorLabel: 'was|were decided within one day',
    denominatorLabel: 'referrals',
    countsPeople: true,
    target: { shape: 'at_least', green: '96', amber: null },
    outturn: { year: 2017, value: '98' },
    latest: {
      start: '2018-07-01',
      numerator: '361',
      denominator: '362',
      comments:
        'More decisions were made in time than last year. Whatever its subject, a referral comes in by way of the First Contact Team.',
      actions: [],
    },
    history: invented({
      code: 'csc-08',
      frequency: 'monthly',
      decimals: 1,
      latest: ['2018-07-01', '99.7'],
      from: '96.2',
      via: { '2017-07-01': '97.4', '2018-03-01': '98.7' },
      spread: 0.8,
      max: 99.8,
    }),
  },
];
