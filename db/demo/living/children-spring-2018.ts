import { writtenOn } from './written-readings';

/** What was said of children's services in May 2018; the figure of care proceedings was wrong at first. */
export const childrenSpring2018 = writtenOn('2018-05-11', [
  {
    code: 'csc-01',
    start: '2018-04-01',
    comments:
      'Officers on long-term sick leave have not been replaced, and their cases have gone to the rest of the team.',
    action: ['Ask neighbouring councils to lend an officer.', 'Head of Safeguarding', '2018-07-31'],
  },
  {
    code: 'csc-05',
    start: '2018-04-01',
    unusual: 'The extra panels have shortened the wait.',
    comments: 'The panel is catching up with decisions that the snow put off.',
    action: ['Keep a panel every month until nobody waits.', 'Adoption Manager', '2018-07-31'],
    done: ['2018-01-01'],
  },
  {
    code: 'csc-06',
    start: '2018-04-01',
    value: '30',
    comments: 'Family meetings before proceedings have made the cases that came to court clearer.',
  },
  {
    code: 'csc-09',
    start: '2018-04-01',
    unusual: 'The long plans of last year leave the count one month after the other.',
    comments:
      'The last of the long plans have been closed; each of them counts for a year because twelve months are counted together.',
    action: ['Look at every plan that nears its second year.', 'Head of Safeguarding', '2018-08-31'],
    done: ['2017-10-01'],
  },
  {
    code: 'csc-10',
    start: '2018-04-01',
    comments: 'Neglect comes back in families once help has stopped, and waiting lists for parenting courses are long.',
    action: ['Add an evening course for parents in each area.', 'Head of Early Help', '2018-09-28'],
  },
  {
    code: 'csc-16',
    start: '2018-04-01',
    comments: 'Those who finished in the month had just left school, and had no place to go on to before the autumn.',
    action: ['Find summer placements with local employers.', 'Youth Offending Team Manager', '2018-07-31'],
  },
  {
    code: 'csc-17',
    start: '2018-04-01',
    comments: 'Fewer schools than hoped have taken up the training, since they were busy with inspections.',
    action: ['Offer the training in the schools themselves.', 'Head of Early Help', '2018-09-28'],
    done: ['2018-01-01'],
  },
  {
    code: 'csc-18',
    start: '2018-04-01',
    comments: 'No family joined, because the ministry’s new timetable is not agreed yet.',
    action: ['Settle the new timetable with the ministry.', 'Supporting Families Manager', '2018-06-29'],
  },
]);
