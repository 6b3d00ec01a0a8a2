import type { LeftOutView, QuestionView, SheetView } from '@/lib/bring-in/file-view-shape';
import type { FirstRow } from '@/lib/bring-in/first-row';
import type { ImportKind, ImportScope, ImportState } from '@/lib/bring-in/import-words';
import type { PlanAction, PlanCounts, PlanRow } from '@/lib/bring-in/plan-row-shape';
import type { Kind } from '@/lib/bring-in/wish';

export type { ColumnView, MeaningView, QuestionView, SheetView } from '@/lib/bring-in/file-view-shape';

/** A file that was brought, as a list shows it. */
export type ImportLine = {
  id: number;
  fileName: string;
  size: number;
  scope: ImportScope;
  kind: ImportKind;
  state: ImportState;
  by: { id: number; name: string };
  /** ISO instants: when it was brought, and when it ended. */
  at: string;
  endedAt: string | null;
  /** What the file would do, once it is read; what it did, once it is done. */
  counts: PlanCounts | null;
  /** How it ended, or why the last try brought nothing in. */
  sentence: string | null;
};

/** A row of the plan by its position, from 1. */
export type PlanRowView = PlanRow & { position: number };

/** What the file would do (or did): counts of all, and one page of the rows that were chosen. */
export type PlanView = {
  counts: PlanCounts;
  /** By kind, without the rows that name somebody for a post, which are counted by themselves. */
  byKind: { kind: Kind; counts: PlanCounts }[];
  posts: PlanCounts;
  /** Those readings that come in as history, for the heads of service to confirm. */
  history: PlanCounts;
  chosen: { action: PlanAction | null; kind: Kind | null };
  rows: PlanRowView[];
  page: { number: number; count: number; rows: number };
};

/** A file that was brought, with all that its page shows. What is not known yet is empty or null. */
export type ImportView = ImportLine & {
  sha256: string;
  /** Counts how often it was read; `confirmImport` takes it, so that what is confirmed is what was seen. */
  version: number;
  /** How far the reading or the bringing in has come. */
  progress: { done: number; total: number } | null;
  /** What was met in the file and not taken, a sentence each. */
  notices: string[];
  sheets: SheetView[];
  questions: QuestionView[];
  /** What was not understood or left out (the first 500), and how much more there is. */
  leftOut: LeftOutView[];
  leftOutMore: number;
  /** Its first new measures as the scorecard would show them. */
  first: FirstRow[];
  /** What was answered until now. */
  answers: Record<string, string>;
  plan: PlanView | null;
  /** What it made and changed, by kind, once it is brought in. */
  made: { kind: Kind; count: number }[];
  /** How many figures it laid as history, for the heads of service to confirm. */
  laid: number;
  /** Whether only the good rows were, or are to be, brought in; whether the owner submits her readings with it. */
  onlyGood: boolean;
  submits: boolean;
};

/** What of the plan is looked at: rows of one action or one kind, and which page of them. */
export type PlanChoice = { action?: PlanAction | null; kind?: Kind | null; page?: number };
