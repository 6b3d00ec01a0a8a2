import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** The people who carry the cases: measures 1 and 20. */
export const caseloads: DemoMeasure[] = [
  {
    number: 1,
    code: 'csc-01',
    title: 'Average number of IRO cases per FTE Independent Reviewing Officer',
    definition:
      'How many cases an independent reviewing officer (IRO) holds on average, counting part-time posts as parts of a full-time equivalent (FTE).',
    unit: 'number',
    decimals: 0,
    polarity: 'lower',
    frequency: 'monthly',
    window: 'snapshot',
    lagDays: 30,
    comparator: 'previous_year',
    scale: 1,
    numeratorLabel: 'held … cases',
    denominatorLabel: 'full-time equivalent reviewing officer|officers',
    countsPeople: false,
    target: { shape: 'at_most', green: '76', amber: null },
    outturn: { year: 2017, value: '80' },
    latest: {
      start: '2018-07-01',
      numerator: '770',
      denominator: '9.3',
      comments:
        'Caseloads have grown because every child protection plan needs an independent reviewing officer, and far more children now have a plan: 393 in March 2018, up from 234 in March 2017. Long-term sickness has also left fewer officers to share the work.',
      actions: [
        {
          text: 'Bring the team back to full strength, at 10.3 full-time equivalent officers, so that each holds fewer cases.',
          owner: 'Head of Safeguarding',
          due: '2018-12-31',
        },
      ],
    },
    history: invented({
      code: 'csc-01',
      frequency: 'monthly',
      decimals: 0,
      latest: ['2018-07-01', '83'],
      from: '67',
      via: { '2018-03-01': '80' },
      spread: 1.5,
    }),
    notes: ['The title of this measure was lost in the printed report and has been restored.'],
  },
  {
    number: 20,
    code: 'csc-20',
    title: '% social workers where caseload weighting is within the desired points level',
    definition:
      'The share of social workers whose cases, scored for how many and how demanding they are, add up to no more than the limit set for their experience.',
    unit: 'percent',
    decimals: 0,
    polarity: 'higher',
    frequency: 'monthly',
    window: 'snapshot',
    lagDays: 30,
    from: '2018-07-01',
    comparator: 'previous_year',
    scale: null,
    countsPeople: false,
    target: null,
    whyNoTarget: 'it is not in the source: the printed report gives none',
    outturn: null,
    whyNoOutturn: 'it is not in the source: the printed report gives none',
    latest: {
      start: '2018-07-01',
      missing: 'not_available_yet',
      expectedOn: '2018-08-31',
      comments:
        'Weighting looks at how varied and how complex each social worker’s cases are, and allows for travel and other duties; a limit follows from experience and qualification. By the end of the year everybody should be at their limit or below it. Things are better than in March 2018, but in some areas there are still social workers under pressure.',
      actions: [
        {
          text: 'Watch caseloads through the regular management figures and at the performance clinics, and step in where one is too heavy.',
          owner: 'Acting Head of Service',
          due: '2018-10-31',
        },
      ],
    },
    history: [],
    notes: [
      'The printed report describes this measure in words and marks it N/A; it prints no figure, so none is shown here.',
      'The day on which the figure is expected is invented. No earlier points were invented, since there is no real figure for them to lead to.',
    ],
  },
];
