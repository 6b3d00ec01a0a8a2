import { writtenOn } from './written-readings';

/** What was said of children's services in August 2017, before the first edition: the measures that are Red or get worse. */
export const childrenSummer2017 = writtenOn('2017-08-11', [
  {
    code: 'csc-01',
    start: '2017-07-01',
    comments:
      'More children have a protection plan, and each of them needs a reviewing officer, so every officer carries more work.',
    action: ['Recruit to the empty post in the reviewing team.', 'Head of Safeguarding', '2017-11-30'],
  },
  {
    code: 'csc-02',
    start: '2017-07-01',
    comments:
      'Several foster families retired over the spring, and the places that they left were filled by agencies because no council carer was free.',
    action: ['Run a summer campaign for new foster carers in the market towns.', 'Fostering Manager', '2017-10-31'],
  },
  {
    code: 'csc-04',
    start: '2017-07-01',
    comments: 'Families were found late for brothers and sisters who need to stay together.',
    action: ['Begin the search for a family as soon as adoption becomes the plan.', 'Adoption Manager', '2017-12-29'],
  },
  {
    code: 'csc-05',
    start: '2017-07-01',
    comments: 'Matching waits for too long on reports, since assessments of adopters are handed in late.',
    action: ['Agree a timetable for each assessment with the regional partners.', 'Adoption Manager', '2017-11-30'],
  },
  {
    code: 'csc-06',
    start: '2017-07-01',
    comments: 'Hearings were put off because expert reports came in after the day that the court had set.',
    action: ['Commission experts when proceedings begin.', 'Head of Legal Services', '2017-12-15'],
  },
  {
    code: 'csc-07',
    start: '2017-07-01',
    comments: 'Placements with agencies broke down as children reached their teens and their needs changed.',
    action: [
      'Offer training in the teenage years to every family with a child in long-term care.',
      'Head of Corporate Parenting',
      '2018-03-30',
    ],
  },
  {
    code: 'csc-09',
    start: '2017-07-01',
    comments: 'Some plans were left open for want of a closing review, and they count when they end at last.',
    action: ['Review every long plan with its conference chair.', 'Head of Safeguarding', '2018-01-31'],
  },
  {
    code: 'csc-10',
    start: '2017-07-01',
    comments: 'Support stopped too soon after a first plan, so that the same worries came back.',
    action: ['Keep a support worker beside each family after its plan ends.', 'Head of Early Help', '2018-03-30'],
  },
  {
    code: 'csc-11',
    start: '2017-04-01',
    comments: 'More first offences reached court because fewer were dealt with by a community resolution.',
    action: ['Agree with the police which first offences need no court.', 'Youth Offending Team Manager', '2018-01-31'],
  },
  {
    code: 'csc-12',
    start: '2017-04-01',
    comments: 'A small group of young people, all of them out of school, led to most new offences.',
    action: ['Find each of them a place to learn or to work.', 'Youth Offending Team Manager', '2017-12-22'],
  },
  {
    code: 'csc-13',
    start: '2017-04-01',
    comments: 'Serious cases that had waited for trial were all sentenced in the same months.',
    action: ['Offer the courts a closely supervised sentence.', 'Youth Offending Team Manager', '2017-12-22'],
  },
  {
    code: 'csc-17',
    start: '2017-07-01',
    comments: 'Schools start most assessments, and many leave them to the council since their pastoral staff were cut.',
    action: ['Train lead professionals in schools and health services.', 'Head of Early Help', '2017-10-31'],
  },
  {
    code: 'csc-18',
    start: '2017-07-01',
    comments: 'Families join as coordinators find time to visit them, and the posts of coordinators were filled late.',
    action: ['Fill the coordinator posts that are empty.', 'Supporting Families Manager', '2017-10-31'],
  },
  {
    code: 'csc-19',
    start: '2017-04-01',
    comments: 'A claim can be made only once progress has lasted, which takes most families longer than was planned.',
    action: ['Check every open family for progress that can be claimed.', 'Supporting Families Manager', '2017-11-30'],
  },
  {
    code: 'csc-21',
    start: '2017-07-01',
    comments: 'Reviews slipped because supervising social workers were away and nobody covered for them.',
    action: ['Book each review when the one before it ends.', 'Fostering Manager', '2017-10-31'],
  },
]);
