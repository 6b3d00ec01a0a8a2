import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import { type Status, statusAt } from '@/lib/status/data-status';
import { type JudgedCounts, judgedCounts, standingColour } from '@/lib/target/judged-status';
import type { Colour } from '@/lib/target/target';
import { inView, type ScorecardRow, type View } from './scorecard-view';

export type Summary = {
  total: number;
  green: number;
  amber: number;
  red: number;
  none: number;
  improving: number;
  worsening: number;
  overdue: number;
  /** How many are judged, and the counts by the rule alone; absent where none is. */
  judged?: JudgedCounts;
};

/** A published edition as it reads at a date: `rows` are those of the view, in its order; `all` is the whole edition. */
export type Scorecard = {
  head: EditionHead;
  date: string;
  rows: ScorecardRow[];
  all: ScorecardRow[];
  summary: Summary;
  view: View;
};

/** The part of a row that its counts depend on. */
export type Judged = Pick<FrozenRow, 'rag' | 'travel' | 'schedule'>;

/** How many rows there are of each colour that counts and each direction, how many are judged, and how many are overdue at a date. */
export function summaryAt(rows: Judged[], date: string): Summary {
  return summaryOf(rows.map((row) => ({ ...row, status: statusAt(row.schedule, date) })));
}

/** The same of measures whose data status is known. */
export function summaryOf(rows: (Pick<Judged, 'rag' | 'travel'> & { status: { status: Status } })[]): Summary {
  const count = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length;
  const coloured = (colour: Colour | null) => count(({ rag }) => standingColour(rag) === colour);
  const judged = judgedCounts(rows.map(({ rag }) => rag));
  return {
    total: rows.length,
    green: coloured('green'),
    amber: coloured('amber'),
    red: coloured('red'),
    none: coloured(null),
    improving: count((row) => row.travel.direction === 'improving'),
    worsening: count((row) => row.travel.direction === 'worsening'),
    overdue: count((row) => row.status.status === 'overdue'),
    ...(judged && { judged }),
  };
}

/** The scorecard at a date: the frozen rows of the edition in force, with data status computed for that date. */
export function scorecardAt(head: EditionHead, frozen: FrozenRow[], date: string, view: View): Scorecard {
  const all = frozen.map((row) => ({ ...row, status: statusAt(row.schedule, date) }));
  return { head, date, rows: inView(all, view), all, summary: summaryOf(all), view };
}

/** Where nothing is overdue: how many figures and how many reasons are here, since a reason is no figure. */
export function hereWords(rows: Pick<FrozenRow, 'current' | 'period'>[]): string {
  const reportedRows = rows.filter(({ period }) => period !== null);
  const figures = reportedRows.filter(({ current }) => current.text !== null || current.hidden).length;
  const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
  const reasons = reportedRows.length - figures;
  if (reportedRows.length === 0) return 'Nothing had fallen due yet.';
  const here =
    reasons === 0
      ? count(figures, 'figure')
      : `${count(figures, 'figure')} and ${count(reasons, 'reason')} why there is none`;
  return `Nothing that had fallen due is missing: ${here} ${reportedRows.length === 1 ? 'is' : 'are'} here.`;
}

/** What the front page says while no service has published. */
export const nothingPublished = (council: string): string => `${council} has not published a scorecard yet.`;
