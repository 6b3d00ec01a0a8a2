import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** Street lights and paths, all of it invented: measures 2 and 6. */
export const lightsAndPaths: DemoMeasure[] = [
  {
    number: 2,
    code: 'hwy-02',
    title: 'Street lights working',
    definition: 'The share of the council’s street lights that were working on the last night of the month.',
    unit: 'percent',
    decimals: 1,
    polarity: 'higher',
    frequency: 'monthly',
    window: 'snapshot',
    lagDays: 20,
    comparator: 'previous_period',
    scale: null,
    countsPeople: false,
    target: { shape: 'at_least', green: '99', amber: '98' },
    outturn: null,
    latest: {
      start: '2018-07-01',
      missing: 'method_changed',
      expectedOn: '2018-10-15',
      comments:
        'Until June 2018 staff drove the streets at night and counted the lights that were out. Each light now reports its own faults, and the two counts cannot stand in one line until they have run side by side for a quarter.',
      actions: [
        {
          text: 'Compare the two counts for July to September and publish the first figure on the new basis.',
          owner: 'Street Lighting Manager',
          due: '2018-10-15',
        },
      ],
    },
    history: invented({
      code: 'hwy-02',
      frequency: 'monthly',
      decimals: 1,
      latest: ['2018-07-01', '99'],
      from: '98.3',
      spread: 0.3,
      seasons: [0.998, 0.998, 0.999, 1, 1, 1, 1, 1, 1, 0.999, 0.998, 0.997],
      max: 99.6,
    }),
  },
  {
    number: 6,
    code: 'hwy-06',
    title: 'Public paths that are easy to use',
    definition:
      'Of the public footpaths and bridleways checked in the half year, the share that were signed, clear and safe to walk or ride.',
    unit: 'percent',
    decimals: 0,
    polarity: 'higher',
    frequency: 'half_yearly',
    window: 'single',
    lagDays: 60,
    comparator: 'previous_period',
    scale: 100,
    numeratorLabel: 'was|were easy to use',
    denominatorLabel: 'paths checked',
    countsPeople: false,
    target: { shape: 'at_least', green: '85', amber: '80' },
    outturn: null,
    latest: {
      start: '2017-10-01',
      numerator: '189',
      denominator: '216',
      comments:
        'More paths are easy to use than in the summer, because volunteers cleared growth and mended stiles through the autumn. Missing signposts are now the commonest fault.',
      actions: [],
    },
    history: invented({
      code: 'hwy-06',
      frequency: 'half_yearly',
      decimals: 0,
      latest: ['2017-10-01', '88'],
      from: '82',
      via: { '2017-04-01': '85' },
      spread: 1.2,
      max: 100,
    }),
  },
];
