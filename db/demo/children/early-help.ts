import type { DemoMeasure } from '../demo-measure';
import { invented } from '../history';

/** Early help and the Supporting Families programme: measures 17, 18 and 19. */
export const earlyHelp: DemoMeasure[] = [
  {
    number: 17,
    code: 'csc-17',
    title: 'Average no. of Early Help Assessments initiated per month',
    definition: 'How many Early Help Assessments were started in a month, on average over the last 12 months.',
    unit: 'number',
    decimals: 0,
    polarity: 'higher',
    frequency: 'monthly',
    window: 'rolling12',
    lagDays: 30,
    comparator: 'previous_year',
    scale: 1,
    numeratorLabel: 'Early Help Assessments started',
    denominatorLabel: 'months',
    countsPeople: false,
    target: { shape: 'at_least', green: '110', amber: null },
    outturn: { year: 2017, value: '95' },
    latest: {
      start: '2018-07-01',
      numerator: '1108',
      denominator: '12',
      comments:
        'Fewer assessments are being started than last year. Numbers rise and fall from month to month, often because of school holidays.',
      actions: [
        {
          text: 'Go on with the training for assessors and lead professionals that began in September 2017.',
          owner: 'Head of Early Help',
          due: '2018-12-31',
        },
        {
          text: 'Hold each service to account for how many assessments it starts, using figures broken down by service.',
          owner: 'Head of Early Help',
          due: '2018-10-31',
        },
      ],
    },
    history: invented({
      code: 'csc-17',
      frequency: 'monthly',
      decimals: 0,
      latest: ['2018-07-01', '92'],
      from: '86',
      via: { '2017-10-01': '99', '2018-03-01': '95' },
      spread: 1.5,
    }),
  },
  {
    number: 18,
    code: 'csc-18',
    title: 'No Of Supported Families attached to the Programme (January 2015 to March 2020)',
    definition:
      'How many families have been attached to the Supporting Families programme since it began in January 2015.',
    unit: 'number',
    decimals: 0,
    polarity: 'higher',
    frequency: 'monthly',
    window: 'since',
    since: '2015-01-01',
    lagDays: 45,
    comparator: 'previous_year',
    scale: null,
    countsPeople: true,
    target: { shape: 'at_least', green: '1613', amber: null },
    targetDecision: {
      reason:
        'Re-profiled to the number of families attached, to fit the ministry’s new timetable for paying grant (the report tells of the change; these words, the body and the day are invented for the demonstration)',
      decidedBy: 'the Supporting Families board (invented)',
      decidedOn: '2018-06-14',
    },
    outturn: { year: 2017, value: '1613' },
    latest: {
      start: '2018-06-01',
      value: '1613',
      comments:
        'The number to be attached was changed to fit the ministry’s new timetable for paying grant this year, and to make the path through 2018/19 realistic. With the agreement of the Ministry of Housing, Communities and Local Government, some families were taken off for whom claims had been made between March and July. A claim in July will change the figures for quarter 2.',
      kept: [
        {
          finding: 'W8:figures::',
          reason:
            'The printed report gives the same number three times; the comment says what was changed to reach it.',
        },
      ],
      actions: [],
    },
    history: invented({
      code: 'csc-18',
      frequency: 'monthly',
      decimals: 0,
      latest: ['2018-06-01', '1613'],
      from: '742',
      via: { '2018-03-01': '1613', '2018-04-01': '1613', '2018-05-01': '1613' },
      spread: 18,
      rising: true,
    }),
    notes: ['The target was re-profiled during the year and is now equal to the number of families attached.'],
  },
  {
    number: 19,
    code: 'csc-19',
    title:
      'Supporting Families cases where there has been significant and sustained progress or continuous [employment]',
    definition:
      'How many families in the programme have made significant progress that lasted, or have had somebody in work without a break.',
    unit: 'number',
    decimals: 0,
    polarity: 'higher',
    frequency: 'quarterly',
    window: 'since',
    since: '2015-01-01',
    lagDays: 45,
    comparator: 'previous_year',
    scale: null,
    countsPeople: true,
    target: { shape: 'at_least', green: '854', amber: null },
    outturn: { year: 2017, value: '854' },
    latest: {
      start: '2018-04-01',
      value: '854',
      comments:
        'The council and the Ministry of Housing, Communities and Local Government have agreed a new profile of claims. Claims are held up where it is hard to prove that a family has made progress towards work.',
      kept: [
        {
          finding: 'W8:figures::',
          reason: 'The printed report gives the same number three times, since the profile of claims was agreed anew.',
        },
      ],
      actions: [
        {
          text: 'Carry out the plan for recording progress towards work, with further advice from the ministry.',
          owner: 'Supporting Families Manager',
          due: '2018-12-31',
        },
      ],
    },
    history: invented({
      code: 'csc-19',
      frequency: 'quarterly',
      decimals: 0,
      latest: ['2018-04-01', '854'],
      from: '238',
      via: { '2018-01-01': '854' },
      spread: 16,
      rising: true,
    }),
    notes: ['The end of the title was cut off in the printed report; the word in brackets has been restored.'],
  },
];
