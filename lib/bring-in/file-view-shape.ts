import type { FirstRow } from './first-row';
import type { Place } from './wish';

export type Choice = { value: string; label: string };

/** A column of a sheet; `key` is the name of the form's field that changes what it means. */
export type ColumnView = {
  key: string;
  letters: string;
  heading: string;
  role: string;
  meaning: string;
  choices: Choice[];
};

/** A guess about a sheet or a measure with the words that it was made of; an answer under `key` changes it. */
export type MeaningView = { key: string; words: string; meaning: string; choices: Choice[] };

/** A row of a sheet as its file has it, one text for each column, and what it was taken for. */
export type RowView = {
  number: number;
  use: 'heading' | 'section' | 'data' | 'left_out';
  why: string | null;
  /** Whether its file hides it. */
  hidden: boolean;
  cells: string[];
};

/** A sheet with its first rows, and every later row of it that is no data (the first hundred). */
export type SheetView = {
  name: string;
  hidden: boolean;
  used: boolean;
  /** What holds for the sheet as a whole: its service, its year, its unit. */
  frame: MeaningView[];
  columns: ColumnView[];
  /** What was guessed about single measures (the first hundred). */
  measures: MeaningView[];
  rows: RowView[];
  /** The letters of the columns that its file hides. */
  hiddenColumns: string[];
  /** How many rows have anything in them. */
  rowCount: number;
};

/** A question whose answer is sent under its `id`; null while there is none. */
export type QuestionView = {
  id: string;
  places: Place[];
  sentence: string;
  gloss: string;
  /** None where the answer is typed. */
  choices: Choice[];
  answer: string | null;
  /** The choice that the file itself speaks for; it holds until there is an answer. */
  proposed: string | null;
  /** A cell that cannot be used as it is, and what may be typed in its place. */
  mend: string | null;
};

/** What was not understood or left out. */
export type LeftOutView = { place: Place | null; why: string };

/** What was understood of a file, as its page shows it. */
export type FileView = {
  notices: string[];
  sheets: SheetView[];
  questions: QuestionView[];
  leftOut: LeftOutView[];
  leftOutMore: number;
  /** Its first new measures as the scorecard would show them. */
  first: FirstRow[];
};
