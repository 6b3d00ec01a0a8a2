import type { FileView, QuestionView, RowView, SheetView } from '@/lib/bring-in/file-view-shape';
import type { Question, SheetMeaning, Understanding } from '@/lib/bring-in/understanding-shape';
import { columnLetters, type Row, type Sheet, type Workbook } from '@/lib/workbook/workbook';
import { firstRows } from './first-rows';
import type { Planned } from './row/planned';

/** As much of a file as its page shows. */
const most = { rows: 200, leftOutRows: 100, columns: 60, cell: 200, leftOut: 500, places: 50, measures: 100 };

/**
 * What was understood of a file, as its page shows it: its sheets, what is asked and left out, and the first measures of what is
 * planned.
 */
export function fileView(
  sheets: Pick<FileView, 'sheets' | 'notices'>,
  understanding: Pick<Understanding, 'questions' | 'leftOut'>,
  planned: Planned[],
  today: string,
): FileView {
  return {
    ...sheets,
    questions: understanding.questions.map(questionView),
    leftOut: understanding.leftOut.slice(0, most.leftOut),
    leftOutMore: Math.max(0, understanding.leftOut.length - most.leftOut),
    first: firstRows(planned, today),
  };
}

/** The sheets of a file as its page shows them: so much of them that the file itself need not be held any longer. */
export function shownSheets(
  { sheets, notices }: Workbook,
  understanding: Pick<Understanding, 'sheets'>,
): Pick<FileView, 'sheets' | 'notices'> {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return {
    notices,
    sheets: understanding.sheets.map((meaning) => sheetView(byName.get(meaning.name), meaning)),
  };
}

function sheetView(sheet: Sheet | undefined, meaning: SheetMeaning): SheetView {
  const rows = new Map((sheet?.rows ?? []).map((row) => [row.number, row]));
  const first = meaning.rows.slice(0, most.rows);
  const leftOut = meaning.rows.slice(most.rows).filter(({ use }) => use !== 'data');
  return {
    name: meaning.name,
    hidden: sheet?.hidden ?? false,
    used: meaning.used,
    frame: meaning.frame,
    columns: meaning.columns,
    measures: meaning.measures.slice(0, most.measures),
    rows: [...first, ...leftOut.slice(0, most.leftOutRows)].map((row) => rowView(rows.get(row.number), row)),
    hiddenColumns: (sheet?.hiddenColumns ?? []).map(columnLetters),
    rowCount: sheet?.rows.length ?? 0,
  };
}

const rowView = (row: Row | undefined, { number, use, why }: SheetMeaning['rows'][number]): RowView => ({
  number,
  use,
  why: why ?? null,
  hidden: row?.hidden ?? false,
  cells: Array.from((row?.cells ?? []).slice(0, most.columns), (cell) =>
    (cell?.text || cell?.value || '').slice(0, most.cell),
  ),
});

const questionView = ({ places, proposed, mend, ...question }: Question): QuestionView => ({
  ...question,
  places: places.slice(0, most.places),
  proposed: proposed ?? null,
  mend: mend ?? null,
});

/** Whether a file waits for an answer: what it speaks for by itself, and cells that are refused until they are mended, wait for none. */
export const waitsForAnswers = ({ questions }: Pick<Understanding, 'questions'>): boolean =>
  questions.some(({ answer, proposed, mend }) => answer === null && proposed === undefined && mend === undefined);
