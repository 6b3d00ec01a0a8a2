import { writtenOn } from './written-readings';

/** What was said of children's services in February 2018, before the third edition; the figure of long plans was wrong at first. */
export const childrenWinter2018 = writtenOn('2018-02-12', [
  {
    code: 'csc-01',
    start: '2018-01-01',
    comments: 'An officer has been ill since the autumn, and plans keep coming, so the rest of the team carry more.',
    action: ['Share cases anew across both area teams.', 'Head of Safeguarding', '2018-06-29'],
    done: ['2017-10-01'],
  },
  {
    code: 'csc-04',
    start: '2018-01-01',
    comments:
      'Children who had waited longest joined their families this winter, and their long waits are counted now.',
    action: ['Show every delay to the Corporate Parenting Committee.', 'Adoption Manager', '2018-05-31'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-05',
    start: '2018-01-01',
    comments: 'A panel was cancelled for snow, which put off the decisions that were due.',
    action: ['Hold an extra matching panel in the spring.', 'Adoption Manager', '2018-04-30'],
    done: ['2017-10-01'],
  },
  {
    code: 'csc-06',
    start: '2018-01-01',
    comments: 'Assessments of relatives came late in most cases, because they were named late.',
    action: ['Hold a family meeting before proceedings begin.', 'Head of Corporate Parenting', '2018-06-29'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-07',
    start: '2018-01-01',
    comments:
      'Children who moved in the autumn are settled again, but they have not been where they are for long enough.',
    action: ['Visit each of them every month.', 'Head of Corporate Parenting', '2018-05-31'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-09',
    start: '2018-01-01',
    unusual: 'The oldest plans have been closed.',
    value: '1.9',
    comments: 'Most of the long plans have been reviewed, and few are left.',
    done: ['2017-07-01'],
  },
  {
    code: 'csc-10',
    start: '2018-01-01',
    comments: 'Domestic abuse is behind many of the returns, and services for those who abuse are full.',
    action: ['Buy places on a programme for those who abuse.', 'Head of Safeguarding', '2018-06-29'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-12',
    start: '2017-10-01',
    comments: 'The new way of counting follows a small group whose members offend often.',
    action: ['Give each young person in the group a mentor.', 'Youth Offending Team Manager', '2018-06-29'],
  },
  {
    code: 'csc-16',
    start: '2018-01-01',
    comments: 'Courses began in September, and those who finish with the team in winter must wait for a new start.',
    action: ['Ask colleges for a start in the spring.', 'Youth Offending Team Manager', '2018-05-31'],
    judged: {
      rule: 'red',
      colour: 'amber',
      reason: 'So few young people finish in a month that the place of a single one decides the colour.',
    },
  },
  {
    code: 'csc-17',
    start: '2018-01-01',
    comments: 'Flu kept staff of schools and surgeries away, and few assessments were begun over the holidays.',
    action: ['Visit each school that has begun none.', 'Head of Early Help', '2018-05-31'],
  },
  {
    code: 'csc-18',
    start: '2018-01-01',
    comments: 'Families are joining as planned for the winter; the target is for the programme as a whole.',
    action: [
      'Agree with the ministry how many families are to join by when.',
      'Supporting Families Manager',
      '2018-06-15',
    ],
    done: ['2017-10-01'],
  },
  {
    code: 'csc-19',
    start: '2017-10-01',
    comments: 'The job centre proves work by letter only, and many letters are still on their way.',
    action: [
      'Collect the letters that are missing before the next claim.',
      'Supporting Families Manager',
      '2018-04-30',
    ],
    done: ['2017-04-01', '2017-07-01'],
  },
  {
    code: 'csc-21',
    start: '2018-01-01',
    comments: 'Snow stopped visits to the hill farms, and their reviews were put off.',
    action: ['Catch up with the reviews that were put off.', 'Fostering Manager', '2018-03-30'],
    done: ['2017-10-01'],
  },
]);
