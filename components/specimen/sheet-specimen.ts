import type { SheetView } from '@/db/queries/bring-in/import-view';

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

/** The sheet of a file as a specimen: titles above its headings, two rows of these, sections, a total and a note. */
export const sheetSpecimen: SheetView = {
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
};
