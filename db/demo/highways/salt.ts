import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** Winter service, all of it invented: measure 7. */
export const salt: DemoMeasure[] = [
  {
    number: 7,
    code: 'hwy-07',
    title: 'Salt in stock for winter',
    definition:
      'Tonnes of salt in the council’s barns at the end of the month: enough for a hard winter, and no more than will keep.',
    unit: 'tonnes',
    decimals: 0,
    polarity: 'higher',
    frequency: 'monthly',
    window: 'snapshot',
    lagDays: 20,
    comparator: 'same_period_last_year',
    scale: null,
    countsPeople: false,
    target: { shape: 'between', green: '12000', greenTo: '18000', amber: '10000', amberTo: '20000' },
    outturn: null,
    latest: {
      start: '2018-07-01',
      value: '10850',
      comments:
        'The barns hold less than a year ago, because the long cold spell of February and March used more salt than two ordinary winters. Suppliers are still catching up with orders.',
      actions: [
        {
          text: 'Take delivery of 4,000 tonnes already on order, before the gritting season begins.',
          owner: 'Winter Services Manager',
          due: '2018-09-30',
        },
      ],
    },
    history: invented({
      code: 'hwy-07',
      frequency: 'monthly',
      decimals: 0,
      latest: ['2018-07-01', '10850'],
      from: '13940',
      via: {
        '2016-10-01': '17620',
        '2017-01-01': '13480',
        '2017-03-01': '11160',
        '2017-04-01': '11020',
        '2017-07-01': '14210',
        '2017-10-01': '17880',
        '2018-01-01': '12650',
        '2018-03-01': '6240',
        '2018-04-01': '6010',
      },
      spread: 240,
      min: 0,
    }),
  },
];
