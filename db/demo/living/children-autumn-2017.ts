import { writtenOn } from './written-readings';

/** What was said of children's services in November 2017, before the second edition. */
export const childrenAutumn2017 = writtenOn('2017-11-10', [
  {
    code: 'csc-01',
    start: '2017-10-01',
    comments: 'The empty post was filled, but plans were begun faster than cases could be shared out.',
    action: ['Bring in an agency officer until the winter is over.', 'Head of Safeguarding', '2018-02-28'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-02',
    start: '2017-10-01',
    comments: 'New carers came forward in the summer, yet they cannot take a child until their assessment is complete.',
    action: ['Put a second worker on the assessment of new carers.', 'Fostering Manager', '2018-01-31'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-04',
    start: '2017-10-01',
    comments: 'Court timetables for a group of brothers and sisters ran over, which held back their move.',
    action: ['Ask the court for an early date in each sibling case.', 'Head of Legal Services', '2018-03-30'],
  },
  {
    code: 'csc-05',
    start: '2017-10-01',
    comments: 'Too few adopters are approved for children with complex needs, so the search goes beyond the region.',
    action: ['Hold an event at which adopters meet children’s workers.', 'Adoption Manager', '2018-02-28'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-06',
    start: '2017-10-01',
    comments:
      'Judges were short in the family court over the autumn, and several final hearings had to be listed again.',
    action: [
      'Raise the listing of final hearings with the court’s user group.',
      'Head of Legal Services',
      '2018-03-30',
    ],
  },
  {
    code: 'csc-07',
    start: '2017-10-01',
    comments: 'A private home closed, and every child who lived there had to move.',
    action: ['Keep places in reserve with the council’s own carers.', 'Head of Corporate Parenting', '2018-03-30'],
  },
  {
    code: 'csc-09',
    start: '2017-10-01',
    comments: 'The review of long plans began with the oldest ones, and their endings are counted now.',
    action: ['Finish the review of long plans.', 'Head of Safeguarding', '2018-03-30'],
  },
  {
    code: 'csc-10',
    start: '2017-10-01',
    comments: 'Families move away and return, and their new plan counts as a further one because the first was here.',
    action: ['Share plans with neighbouring councils when a family moves.', 'Head of Safeguarding', '2018-03-30'],
  },
  {
    code: 'csc-11',
    start: '2017-07-01',
    unusual: 'The rate moves little as a rule; the police confirmed the number of first offences.',
    comments: 'Shoplifting by groups over the holidays brought many into court together.',
    action: ['Run a street team in the town centres.', 'Youth Offending Team Manager', '2018-03-30'],
  },
  {
    code: 'csc-12',
    start: '2017-07-01',
    comments:
      'The Ministry of Justice counts another group of young people from this quarter on, which raises the rate.',
    action: ['Track each young person of the new group week by week.', 'Youth Offending Team Manager', '2018-03-30'],
    done: ['2017-04-01'],
  },
  {
    code: 'csc-13',
    start: '2017-07-01',
    unusual: 'Few are sentenced to custody in a year, so the rate moves in steps.',
    comments: 'Sentences of the spring stay in the count for a year, since it covers twelve months.',
    action: ['Report each sentence to the management board.', 'Youth Offending Team Manager', '2018-03-30'],
    done: ['2017-04-01'],
  },
  {
    code: 'csc-17',
    start: '2017-10-01',
    comments: 'Training has begun, but health visitors cannot start assessments until they share our records.',
    action: ['Give health visitors access to the record system.', 'Head of Early Help', '2018-02-28'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-18',
    start: '2017-10-01',
    comments: 'Coordinators are in post now; families wait because their consent is needed first.',
    action: ['Ask for consent at the first visit.', 'Supporting Families Manager', '2018-02-28'],
    done: ['2017-07-01'],
  },
  {
    code: 'csc-19',
    start: '2017-07-01',
    comments: 'Proof of work is missing for many families, which holds their claim back.',
    action: ['Agree with the job centre how work is proved.', 'Supporting Families Manager', '2018-02-28'],
  },
  {
    code: 'csc-21',
    start: '2017-10-01',
    comments: 'Workers who left in the summer were replaced late, and their reviews had to wait.',
    action: ['Have a manager hold the reviews of empty posts.', 'Fostering Manager', '2018-01-31'],
  },
]);
