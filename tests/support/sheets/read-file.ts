import { understand } from '@/lib/bring-in/understanding/understand';
import type { Answers, Context, Understanding } from '@/lib/bring-in/understanding-shape';
import type { Place } from '@/lib/bring-in/wish';
import type { Sheet } from '@/lib/workbook/workbook';
import { workbookOf } from './hand-made-workbook';

const council: Context = {
  today: '2018-09-18',
  services: ['Children’s Social Care'],
  people: [
    { name: 'Olive Turner', email: 'olive.turner@council.example' },
    { name: 'Hana Price', email: 'hana.price@council.example' },
  ],
  codes: [],
};

const at = ({ row, column }: Place): string => `${column}${row}`;

/** What sheets mean to a council with one service, Olive and Hana; in words that a test can compare. */
export function readFile(sheets: Sheet | Sheet[], answers: Answers = {}, context: Partial<Context> = {}) {
  const workbook = workbookOf(...[sheets].flat());
  const read: Understanding = understand(workbook, answers, { ...council, ...context });
  const some = (kind: string) => read.wishes.filter((wish) => wish.kind === kind);
  return {
    read,
    /** The fields of the wishes of a kind, only those that are named. */
    fields: (kind: string, ...names: string[]) =>
      some(kind).map(({ fields }) => names.map((name) => fields[name] ?? '–').join(' | ')),
    questions: read.questions.map(({ id, places }) => `${id} at ${places.map(at).join(', ')}`),
    left: read.leftOut.map(({ place, why }) => `${at(place)}: ${why}`),
    columns: read.sheets.flatMap(({ columns }) =>
      columns.map(({ letters, heading, meaning }) => `${letters} ${heading}: ${meaning}`),
    ),
    frame: read.sheets.flatMap(({ frame }) => frame.map(({ words, meaning }) => `${words}: ${meaning}`)),
    uses: read.sheets.flatMap(({ rows }) => rows.map(({ use }) => use)),
  };
}
