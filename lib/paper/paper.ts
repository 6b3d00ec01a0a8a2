/**
 * A paper as data, before anybody draws it: what a PDF and a document for the clerk have in common, word for word. All of it is
 * plain text; nothing in it is read as markup by whoever draws it.
 */
export type Paper = {
  /** What the file is called by its readers: 'Children’s Social Care: performance at 17 August 2018'. */
  title: string;
  /** At the top of every page: on the left what the paper is about, on the right its edition. */
  runningHead: { left: string; right: string };
  /** At the foot of every page, before the page's number. */
  foot: string;
  author: string;
  description: string;
  /** The ISO instant that the file gives as its making, so that the same paper has the same bytes. */
  madeAt: string;
  blocks: Block[];
};

/** A sign that is drawn as a shape; its word always stands beside it. */
export type Sign =
  | 'red'
  | 'amber'
  | 'green'
  | 'none'
  | 'improving'
  | 'worsening'
  | 'no_change'
  | 'increasing'
  | 'decreasing'
  | 'incomparable'
  | 'overdue';

/** The ink of a sign and its word: lib/paper/inks.ts. */
export type Tone = 'red' | 'amber' | 'green' | 'soft';

/** A stretch of text in one manner, with the sign before it. */
export type Run = { text: string; manner?: 'strong' | 'small' | 'figure' | 'block'; tone?: Tone; sign?: Sign };

/** A line of a cell, or a paragraph. */
export type Line = Run[];

type Column = {
  head: string;
  /** The width as parts of the table's. */
  share: number;
  align?: 'right';
};

export type Table = {
  kind: 'table';
  caption: string;
  columns: Column[];
  /** Rows of cells of lines. */
  rows: Line[][][];
};

/** The manner in which figures are drawn: as published, invented for a demonstration, published elsewhere, or the target. */
export type Manner = 'published' | 'invented' | 'elsewhere' | 'target';

/** A trend: places from 0 (left, bottom) to 1 (right, top); `alternative` says all of it in words. */
export type Chart = {
  kind: 'chart';
  title: string;
  subtitle: string;
  alternative: string;
  /** The figures behind it, one of each series for each period; null where a series has none. */
  periods: string[];
  series: { manner: Manner; values: (number | null)[] }[];
  /** Lines through places, each without a gap. */
  lines: { manner: Manner; places: [x: number, y: number][] }[];
  /** Levels with their figures, from the lowest. */
  levels: { at: number; value: number; text: string }[];
  last: { x: number; y: number; text: string };
  /** The last target's level and words, where they do not cover those of the last figure. */
  target: { at: number; text: string } | null;
  /** Words beneath the ends of the chart. */
  from: string;
  to: string;
  /** What the dashed line and the target are, in words. */
  key: string;
};

export type Block =
  /** `page` is where it begins a page. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; number?: string; page?: true }
  | { kind: 'eyebrow'; text: string }
  | { kind: 'lead'; text: string }
  /** `before` says that it belongs to what comes next. */
  | { kind: 'paragraph'; line: Line; manner?: 'small' | 'notice'; before?: true }
  | { kind: 'list'; items: Line[] }
  | { kind: 'counts'; counts: { count: number; word: string; sign: Sign; tone: Tone }[] }
  | Table
  | Chart;
