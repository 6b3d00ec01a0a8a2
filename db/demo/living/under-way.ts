import { demoPeople } from '@/lib/people/demo-people';
import type { StoryStep } from './story-step';

/** What is on somebody's desk on the day that the demonstration lives in: invented, and in no edition yet. */
export const underWay: StoryStep[] = [
  {
    on: '2018-08-14',
    do: 'read',
    code: 'csc-03',
    start: '2018-07-01',
    invented: true,
    left: 'draft',
    content: { numerator: '5', denominator: '5' },
  },
  {
    on: '2018-08-15',
    do: 'read',
    code: 'csc-02',
    start: '2018-07-01',
    invented: true,
    left: 'submitted',
    content: {
      numerator: '217',
      denominator: '268',
      comments: 'Carers who were approved in the spring have taken in their first children.',
    },
  },
  {
    on: '2018-08-15',
    do: 'read',
    code: 'csc-07',
    start: '2018-07-01',
    invented: true,
    left: {
      returned: 'Say what keeps children settled: readers will ask.',
      suggested: 'Children stay where they are settled, since each family now has a worker of its own.',
    },
    content: { numerator: '73', denominator: '102', comments: 'Children stay where they are settled.' },
  },
  {
    on: '2018-08-16',
    do: 'give early reading',
    service: 'highways-and-transport',
    email: demoPeople.cal.email,
    from: '2018-08-17',
  },
  {
    on: '2018-08-16',
    do: 'ask to show',
    code: 'csc-15',
    start: '2018-04-01',
    reason: 'The annual return to the Department for Education tells of the same homes.',
  },
  {
    on: '2018-08-16',
    do: 'read',
    code: 'hwy-04',
    start: '2018-04-01',
    invented: true,
    content: {
      numerator: '4216',
      denominator: '5180',
      comments: 'Moorland routes run again, but works on the main road into town still hold buses up.',
      actions: [{ text: 'Give buses their own way past the works.', owner: 'Street Works Manager', due: '2018-10-31' }],
    },
  },
];
