import type { ImportView, PlanRowView } from '@/db/queries/bring-in/import-view';
import { sheetSpecimen } from './sheet-specimen';

const place = (row: number, letters: string) => ({ sheet: 'Scorecard', row, column: letters });

const planRow = (position: number, row: Partial<PlanRowView>): PlanRowView => ({
  position,
  kind: 'reading',
  post: null,
  action: 'create',
  place: place(5, 'H'),
  what: 'June 2018 of c2',
  sentence: '81%, as a draft for Olive Turner.',
  changes: [],
  history: false,
  ...row,
});

/** The file of the target picture: a workbook of a council with two questions, a cell that cannot be used, and three rows left out. */
export const fileSpecimen: ImportView = {
  id: 12,
  fileName: 'Children Q1.xlsx',
  size: 20_480,
  sha256: 'a'.repeat(64),
  scope: 'council',
  kind: 'workbook',
  state: 'questions',
  by: { id: 6, name: 'Ada Byrne' },
  at: '2018-08-17T09:00:00Z',
  endedAt: null,
  counts: { create: 23, change: 0, same: 0, refuse: 1 },
  sentence: null,
  version: 1,
  progress: null,
  notices: ['The workbook has macros; they are not looked at.'],
  sheets: [sheetSpecimen],
  questions: [
    {
      id: 'period:Jun',
      places: [place(9, 'H'), place(10, 'H')],
      sentence: 'is “Jun” the month, or the quarter from April to June?',
      gloss: 'Measures Y1 and Y2 have a figure under Jun only.',
      choices: [
        { value: 'quarter', label: 'the quarter' },
        { value: 'month', label: 'the month of June' },
      ],
      answer: null,
      proposed: null,
      mend: null,
    },
    {
      id: 'word:n/k',
      places: [place(6, 'G')],
      sentence: 'what does “n/k” mean?',
      gloss: '',
      choices: [
        { value: 'not_yet', label: 'not available yet' },
        { value: 'not_collected', label: 'not collected' },
        { value: 'leave', label: 'leave it out' },
      ],
      answer: null,
      proposed: null,
      mend: null,
    },
    {
      id: 'cell:Scorecard!H7',
      places: [place(7, 'H')],
      sentence: '“5O9” has the letter O in it.',
      gloss: 'Left out unless you mend it.',
      choices: [],
      answer: null,
      proposed: null,
      mend: '509',
    },
  ],
  leftOut: [{ place: place(13, ''), why: 'It is a total, which is worked out and not read.' }],
  leftOutMore: 0,
  first: [
    {
      code: 'c2',
      title: '% fostered in house',
      target: 'at least 80%',
      figure: '81%',
      period: 'Jun 2018',
      colour: 'green',
    },
    {
      code: 'e1',
      title: 'Assessments a month',
      target: 'at least 110',
      figure: '96',
      period: 'Jun 2018',
      colour: 'red',
    },
  ],
  answers: {},
  plan: {
    counts: { create: 23, change: 1, same: 2, refuse: 1 },
    byKind: [
      { kind: 'measure', counts: { create: 7, change: 1, same: 0, refuse: 0 } },
      { kind: 'reading', counts: { create: 16, change: 0, same: 2, refuse: 1 } },
    ],
    history: { create: 0, change: 0, same: 0, refuse: 0 },
    posts: { create: 0, change: 0, same: 0, refuse: 0 },
    chosen: { action: null, kind: null },
    rows: [
      planRow(1, {
        kind: 'measure',
        what: 'Measure c2, % fostered in house',
        place: place(5, ''),
        sentence: 'It is added to Children’s social care as number 1.',
      }),
      planRow(2, {
        kind: 'measure',
        action: 'change',
        what: 'Measure c7, Long term placements',
        place: place(6, 'B'),
        sentence: '',
        changes: [
          {
            field: 'the title',
            before: 'Long-term placement stability',
            after: 'Long term placements',
            place: place(6, 'B'),
          },
        ],
      }),
      planRow(3, {}),
      planRow(4, { action: 'same', what: 'May 2018 of c2', sentence: 'It is here already, as the file has it.' }),
      planRow(5, {
        action: 'refuse',
        what: 'June 2018 of c4',
        place: place(7, 'H'),
        sentence: '“5O9” is not a number.',
      }),
    ],
    page: { number: 1, count: 3, rows: 26 },
  },
  laid: 0,
  made: [],
  onlyGood: false,
  submits: false,
};
