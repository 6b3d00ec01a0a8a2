import { columns } from '@/lib/bring-in/our-columns';
import { type Kind, kinds } from '@/lib/bring-in/wish';
import type { OutRow } from './council-sheets';
import { besideDue, type OutSheet, sheetNames, sheetOf } from './out-sheets';

/** The sheet that explains the others; coming in it is passed over. */
const guideName = 'How to fill this in';

/** Empty sheets with their headings, and one that says of each column what it is for, with an example. */
export const emptySheets = (some: readonly Kind[] = kinds): OutSheet[] => [
  ...some.map((kind) => sheetOf(kind, [], [])),
  guide(some),
];

const guide = (some: readonly Kind[]): OutSheet => ({
  name: guideName,
  rows: [
    ['Sheet', 'Column', 'Needed', 'What it is', 'Example'],
    ...some.flatMap((kind) =>
      columns[kind].map(({ heading, needed, gloss, example }) => [
        sheetNames[kind],
        heading,
        needed ? 'yes' : 'no',
        gloss,
        example || null,
      ]),
    ),
  ],
});

/** The sheet of readings that are due, with their figures empty. */
const dueSheet = (rows: OutRow[]): OutSheet => sheetOf('reading', rows, besideDue);

/** The same with the sheet that explains it. */
export const dueSheets = (rows: OutRow[]): OutSheet[] => [dueSheet(rows), guide(['reading'])];
