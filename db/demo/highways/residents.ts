import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** What residents ask and say, all of it invented: measures 11 and 12. */
export const residents: DemoMeasure[] = [
  {
    number: 11,
    code: 'hwy-11',
    title: 'Average time to answer a highway enquiry',
    definition: 'The average number of working days from an enquiry about a road or path to the council’s full answer.',
    unit: 'working_days',
    decimals: 1,
    polarity: 'lower',
    frequency: 'monthly',
    window: 'single',
    lagDays: 21,
    comparator: 'previous_year',
    scale: 1,
    numeratorLabel: 'took … working days',
    denominatorLabel: 'enquiries',
    countsPeople: false,
    target: { shape: 'at_most', green: '10', amber: '12' },
    outturn: { year: 2017, value: '11.8' },
    latest: {
      start: '2018-05-01',
      numerator: '16884',
      denominator: '1260',
      comments:
        'Answers take longer than they did last year, because enquiries about potholes doubled in the spring while two posts in the team were empty.',
      actions: [
        {
          text: 'Fill both empty posts and clear every enquiry older than 20 working days.',
          owner: 'Highways Customer Manager',
          due: '2018-09-21',
        },
      ],
    },
    history: invented({
      code: 'hwy-11',
      frequency: 'monthly',
      decimals: 1,
      latest: ['2018-05-01', '13.4'],
      from: '10.6',
      via: { '2018-02-01': '11.9' },
      spread: 0.8,
      min: 6,
    }),
  },
  {
    number: 12,
    code: 'hwy-12',
    title: 'Residents satisfied with the condition of roads',
    definition:
      'Of the residents who answer a yearly postal survey, the share who are satisfied or very satisfied with the roads.',
    unit: 'percent',
    decimals: 0,
    polarity: 'higher',
    frequency: 'annual',
    startMonth: 4,
    window: 'single',
    lagDays: 60,
    from: '2018-04-01',
    comparator: 'previous_period',
    scale: 100,
    numeratorLabel: 'was|were satisfied with the roads',
    denominatorLabel: 'residents who answered',
    countsPeople: true,
    target: { shape: 'at_least', green: '40', amber: '35' },
    outturn: null,
    latest: null,
    history: [],
    notes: ['This is a new measure; its first figure, for 2018/19, falls due on 30 May 2019.'],
  },
];
