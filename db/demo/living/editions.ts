import type { StoryStep } from './story-step';
import { inventedFigure } from './written-readings';

const children = 'childrens-social-care';
const highways = 'highways-and-transport';
const inventedNote = 'Invented for the demonstration.';

/** The editions of the lived year, what was corrected or withdrawn of them, and the release to come. */
export const livedEditions: StoryStep[] = [
  { on: '2017-08-16', do: 'publish', service: children, asAt: '2017-08-16', note: inventedNote },
  { on: '2017-08-16', do: 'publish', service: highways, asAt: '2017-08-16', note: inventedNote },
  { on: '2017-11-17', do: 'publish', service: children, asAt: '2017-11-17', note: inventedNote },
  { on: '2017-11-22', do: 'publish', service: highways, asAt: '2017-11-22', note: inventedNote },
  { on: '2018-02-16', do: 'publish', service: children, asAt: '2018-02-16', note: inventedNote },
  {
    on: '2018-02-19',
    at: '11:00',
    do: 'withdraw',
    service: children,
    number: 3,
    reason:
      'Measure 9 left out the long plans of one area, and was Green where it is Red. The next edition has the right figure.',
  },
  {
    on: '2018-02-19',
    do: 'correct',
    code: 'csc-09',
    start: '2018-01-01',
    content: {
      value: inventedFigure('csc-09', '2018-01-01'),
      comments:
        'Long plans of the north area had been left out by a fault in the report from the case system; reviewing them takes longer than planned.',
      actions: [
        {
          text: 'Check the report against the case files each month.',
          owner: 'Head of Safeguarding',
          due: '2018-06-29',
        },
      ],
    },
    publicNote: 'The long plans of one area had been left out. With them the figure is Red, not Green.',
    revisionReason: 'error',
  },
  {
    on: '2018-02-20',
    do: 'publish',
    service: children,
    asAt: '2018-02-20',
    note: 'Takes the place of the withdrawn edition, with measure 9 corrected. Invented for the demonstration.',
  },
  { on: '2018-02-16', do: 'announce', service: highways, asAt: '2018-02-16', dueOn: '2018-02-20', note: inventedNote },
  {
    on: '2018-02-19',
    do: 'move release',
    service: highways,
    to: '2018-02-21',
    reason: 'Snow keeps the team that answers questions about it out of the office for a day.',
  },
  { on: '2018-02-21', do: 'release' },
  {
    on: '2018-03-01',
    do: 'correct',
    code: 'hwy-01',
    start: '2018-01-01',
    content: { value: inventedFigure('hwy-01', '2018-01-01') },
    publicNote: 'Repairs of the last days of January were entered twice. Without them the figure is Red, not Amber.',
    revisionReason: 'error',
  },
  {
    on: '2018-03-02',
    do: 'publish',
    service: highways,
    asAt: '2018-02-28',
    note: 'Corrects measure 1 before the committee meets. Invented for the demonstration.',
  },
  { on: '2018-05-16', do: 'publish', service: highways, asAt: '2018-05-11', note: inventedNote },
  { on: '2018-05-18', do: 'publish', service: children, asAt: '2018-05-18', note: inventedNote },
  {
    on: '2018-05-30',
    do: 'correct',
    code: 'csc-06',
    start: '2018-04-01',
    content: {
      value: inventedFigure('csc-06', '2018-04-01'),
      comments:
        'The court sent its final list late: the longest cases were missing, in which relatives had been named late.',
      actions: [
        {
          text: 'Wait for the court’s final list before the figure is sent in.',
          owner: 'Head of Legal Services',
          due: '2018-07-31',
        },
      ],
    },
    publicNote: 'The court’s final list has longer cases that ours had not. With them the figure is Red, not Green.',
    revisionReason: 'late_data',
  },
  {
    on: '2018-05-31',
    do: 'publish',
    service: children,
    asAt: '2018-05-31',
    note: 'Corrects measure 6 before the committee meets. Invented for the demonstration.',
  },
  {
    on: '2018-08-15',
    do: 'publish',
    service: highways,
    asAt: '2018-08-15',
    note: null,
    warnings: {
      'overdue:hwy-04': 'The operators have sent their checks late; the figure follows in the next edition.',
      'overdue:hwy-11': 'Enquiries of June are still being typed in, and the page says that the figure is late.',
    },
  },
  {
    on: '2018-08-16',
    at: '15:30',
    do: 'announce',
    service: highways,
    asAt: '2018-08-16',
    dueOn: '2018-09-13',
    warnings: { 'overdue:hwy-11': 'The page says that the figure of June is late.' },
    note: 'With the punctuality of buses from April to June. Invented for the demonstration.',
  },
  {
    on: '2018-08-17',
    at: '00:00',
    do: 'publish',
    service: children,
    asAt: '2018-08-17',
    note: null,
    warnings: { 'open:csc-': 'July of this measure is not due before September; the figure of June is shown.' },
  },
];
