import type { QuestionView, RowView } from './file-view-shape';
import { type CellStanding, cellKey } from './sheet-view';
import type { Place } from './wish';

/** So many questions and columns are in the form at once, which takes 500 fields. */
export const questionsAtOnce = 40;
export const columnsAtOnce = 100;

type Marked = { place: Place | null };

/** How the cells of a sheet stand: those that a question is about, and those that are refused or left out. */
export function standingsOf(
  sheet: string,
  questions: Pick<QuestionView, 'places' | 'choices'>[],
  refused: Marked[],
): ReadonlyMap<string, CellStanding> {
  const standings = new Map<string, CellStanding>();
  const mark = (place: Place | null, standing: CellStanding) => {
    if (place?.column && place.sheet === sheet) standings.set(cellKey(place.row, place.column), standing);
  };
  for (const { place } of refused) mark(place, 'refused');
  // A cell that may be mended cannot be used as it is; one with a choice is a question.
  for (const { places, choices } of questions)
    for (const place of places) mark(place, choices.length === 0 ? 'refused' : 'question');
  return standings;
}

/** What is answered already, with what the file itself speaks for: a form that says the same says nothing new. */
export const answeredBy = (
  answers: Record<string, string>,
  questions: Pick<QuestionView, 'id' | 'proposed'>[],
): Record<string, string> => ({
  ...Object.fromEntries(questions.flatMap(({ id, proposed }) => (proposed === null ? [] : [[id, proposed]]))),
  ...answers,
});

/** The answers of a form that say something, and something else than what is answered already. */
export const newAnswers = (
  typed: Record<string, string | undefined>,
  answered: Record<string, string>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).filter(
      (entry): entry is [string, string] => Boolean(entry[1]?.trim()) && answered[entry[0]] !== entry[1],
    ),
  );

/** A row whose use can be changed by one press: the field of the form with what it would say. */
export type RowChoice = { key: string; value: string; number: number; words: string };

const rowKey = (sheet: string, number: number): string => `row:${sheet}!${number}`;

/** The rows of a sheet that were left out, and those that name a theme or a service, each with how it is used otherwise. */
export function rowChoices(
  sheet: string,
  rows: Pick<RowView, 'number' | 'use' | 'why' | 'cells'>[],
): { leftOut: RowChoice[]; sections: RowChoice[] } {
  const filled = rows.filter(({ cells }) => cells.some(Boolean));
  const choice = ({ number }: { number: number }, value: string, words: string): RowChoice => ({
    key: rowKey(sheet, number),
    value,
    number,
    words,
  });
  return {
    leftOut: filled
      .filter(({ use }) => use === 'left_out')
      .map((row) => choice(row, 'data', row.why ?? 'not understood')),
    sections: filled
      .filter(({ use }) => use === 'section')
      .map((row) => choice(row, 'left_out', row.cells.find(Boolean) ?? '')),
  };
}

/** Where the sheet that is looked at stands: as its number from 1 says, else the first one that is used. */
export function sheetAt(sheets: { used: boolean }[], number: number): number {
  if (number > 0 && number <= sheets.length) return number - 1;
  return Math.max(
    0,
    sheets.findIndex(({ used }) => used),
  );
}
