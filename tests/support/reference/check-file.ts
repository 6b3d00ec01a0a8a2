import type { ImportView, PlanRowView, SheetView } from '@/db/queries/bring-in/import-view';

const rows: [SheetView['rows'][number]['use'], string | null, string[]][] = [
  ['left_out', 'a title', ['Childrens scorecard 2018/19 – Q1 (draft v3)']],
  ['heading', null, ['', '', '', 'Last yr', 'Tgt', '2018/19', '', '', '']],
  ['heading', null, ['Ref', 'Indicator', 'Good', '17/18', '18/19', 'Apr', 'May', 'Jun', 'Lead']],
  ['section', null, ['CHILDREN IN CARE']],
  ['data', null, ['C2', '% fostered in house', '↑', '81%', '80%', '80%', '80%', '81%', 'OT']],
  ['data', null, ['C7', 'Long term placements', '↑', '70%', '69%', '70%', 'n/k', '71%', 'OT']],
  ['data', null, ['C4', 'Days to adoption', '↓', '552', '550', '520', '514', '5O9', 'OT']],
  ['section', null, ['YOUTH JUSTICE']],
  ['data', null, ['Y1', 'Re-offending', '↓', '55', '50', '', '', '55 (p)', 'OT']],
  ['data', null, ['Y2', 'Custody per 1,000', '↓', '0.19', '0.2', '', '', '0.19', 'OT']],
  ['data', null, ['Y3', 'Suitable home', '↑', '100%', '95%', '100%', '96%', '100%', 'OT']],
  ['data', null, ['E1', 'Assessments a month', '↑', '95', '110', '94', '97', '96', 'OT']],
  ['left_out', 'a total', ['', 'TOTAL', '', '', '', '18', '17', '20', '']],
  ['left_out', 'a note', ['p = provisional. Source: ICS, run 02/07/18']],
];

const other = [
  { value: 'title', label: 'Title' },
  { value: 'nothing', label: 'Leave it out' },
];
const column = (letters: string, heading: string, role: string, meaning: string) => ({
  key: `column:1:${letters}`,
  letters,
  heading,
  role,
  meaning,
  choices: [{ value: role, label: meaning }, ...other],
});

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
export const checkFile: ImportView = {
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
  sheets: [
    {
      name: 'Scorecard',
      hidden: false,
      used: true,
      frame: [
        {
          key: 'service:scorecard',
          words: 'Childrens scorecard',
          meaning: 'The service Children’s social care',
          choices: [{ value: 'highways', label: 'Highways and transport' }],
        },
      ],
      measures: [
        {
          key: 'unit:Y2',
          words: 'Custody per 1,000',
          meaning: 'Per 1,000',
          choices: [{ value: 'number', label: 'Number' }],
        },
      ],
      columns: [
        column('A', 'Ref', 'code', 'Code'),
        column('B', 'Indicator', 'title', 'Title'),
        column('C', 'Good ↑ ↓', 'better', 'More is better, less is better'),
        column('D', 'Last yr 17/18', 'outturn', 'Outturn of 2017/18'),
        column('E', 'Tgt 18/19', 'target', 'Target from April 2018: at least or at most, after column C'),
        column('F–H', 'Apr to Jun 2018/19', 'readings', 'Readings, monthly; “(p)” is provisional'),
        column('I', 'Lead “OT”', 'owner', 'Olive Turner, data owner'),
      ],
      rows: rows.map(([use, why, cells], index) => ({ number: index + 1, use, why, hidden: false, cells })),
      hiddenColumns: [],
      rowCount: rows.length,
    },
  ],
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
