import type { Place, Wish } from './wish';

/** What people chose about a file: the key of a question, a column, a row or a cell, and the choice. */
export type Answers = Record<string, string>;

/** The council as far as its sheets are read against it. */
export type Context = {
  today: string;
  /** The names of its services. */
  services: string[];
  people: { name: string; email: string }[];
  /** The codes of its measures. */
  codes: string[];
};

export type Choice = { value: string; label: string };

/** A guess with the words that it was made of; an answer under `key` changes it. */
export type Meaning = { key: string; words: string; meaning: string; choices: Choice[] };

/** A column, or columns of periods side by side, with what was understood. */
export type ColumnMeaning = {
  key: string;
  letters: string;
  heading: string;
  role: string;
  meaning: string;
  choices: Choice[];
};

type RowUse = 'heading' | 'section' | 'data' | 'left_out';
export type RowMeaning = { number: number; use: RowUse; why?: string };

export type SheetMeaning = {
  name: string;
  used: boolean;
  /** What holds for the sheet as a whole: its service, its year, its unit, how its figures are written. */
  frame: Meaning[];
  columns: ColumnMeaning[];
  rows: RowMeaning[];
  /** What was guessed about single measures. */
  measures: Meaning[];
};

export type Question = {
  id: string;
  places: Place[];
  sentence: string;
  gloss: string;
  /** None where the answer is typed. */
  choices: Choice[];
  answer: string | null;
  /** The choice that the file itself speaks for; the wishes follow it until there is an answer. */
  proposed?: string;
  /** A cell that cannot be used as it is, and what may be typed in its place: it is refused until then. */
  mend?: string;
};

export type LeftOut = { place: Place; why: string };

/** What a file means, what is to be asked about it, what is left out, and what it asks for. */
export type Understanding = {
  sheets: SheetMeaning[];
  questions: Question[];
  leftOut: LeftOut[];
  wishes: Wish[];
  /** The answers that name neither a cell nor a row: they hold for the next file with the same words. */
  remembered: Answers;
};
