import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

const monthly = { frequency: 'monthly', window: 'single', lagDays: 20, countsPeople: false, scale: null } as const;

/** Invented measures that were counted a year ago and have been retired since, one of each service. */
export const retiredMeasures: DemoMeasure[] = [
  {
    ...monthly,
    number: 21,
    code: 'csc-21',
    title: 'Yearly reviews of foster homes held on time',
    definition: 'Of the foster homes whose yearly review fell due in the month, the share that had it by then.',
    unit: 'percent',
    decimals: 0,
    polarity: 'higher',
    comparator: 'previous_year',
    target: { shape: 'at_least', green: '95', amber: null },
    outturn: null,
    whyNoOutturn: 'it was retired before the year was closed',
    latest: null,
    history: invented({
      code: 'csc-21',
      frequency: 'monthly',
      decimals: 0,
      latest: ['2018-02-01', '92'],
      from: '86',
      via: { '2017-03-01': '88', '2017-07-01': '89', '2017-10-01': '90', '2018-01-01': '91' },
      spread: 1,
      max: 94,
    }),
    notes: ['This measure is invented for the demonstration; the printed report has no such row.'],
  },
  {
    ...monthly,
    number: 13,
    code: 'hwy-13',
    title: 'Potholes that opened again within a year',
    definition: 'Of the potholes mended twelve months before, the share that an inspector found open again.',
    unit: 'percent',
    decimals: 1,
    polarity: 'lower',
    comparator: 'same_period_last_year',
    target: { shape: 'at_most', green: '8', amber: '10' },
    outturn: null,
    latest: null,
    history: invented({
      code: 'hwy-13',
      frequency: 'monthly',
      decimals: 1,
      latest: ['2018-02-01', '13.1'],
      from: '14.4',
      via: { '2017-07-01': '12.6', '2017-10-01': '11.9', '2018-01-01': '12.8' },
      spread: 0.5,
    }),
  },
];
