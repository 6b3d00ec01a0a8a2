import type { FrozenRow } from '@/lib/edition/edition';
import type { Status } from '@/lib/status/data-status';
import { isRed, standingColour } from '@/lib/target/judged-status';

/** A row of an edition with its data status on a day. */
export type ScorecardRow = FrozenRow & { status: { status: Status; sentence: string } };

/** What can be shown alone: a colour, a direction, or what is late. */
const shows = ['all', 'red', 'amber', 'green', 'none', 'worsening', 'improving', 'overdue'] as const;
export type Show = (typeof shows)[number];

/** In report order, the most pressing first, by title, or by direction with the worsening first. */
const orders = ['report', 'exceptions', 'title', 'direction'] as const;
export type Order = (typeof orders)[number];

/** Which measures of a scorecard are shown, and in which order. */
export type View = {
  show: Show;
  order: Order;
  /** Whether the column beside the colours tells signal from noise. */
  signals?: boolean;
  /** The theme whose measures are shown alone. */
  theme?: string;
};

/** All measures in report order. */
export const usualView: View = { show: 'all', order: 'report' };

const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  (words as readonly string[]).includes(text);

/** The view that an address asks for, or null when it asks for one that does not exist. */
export function viewOf(query: URLSearchParams): View | null {
  const [show, order] = [query.get('show') ?? 'all', query.get('order') ?? 'report'];
  const [signals, theme] = [query.get('signals'), query.get('theme')];
  if (!isOneOf(shows, show) || !isOneOf(orders, order) || (signals !== null && signals !== 'shown')) return null;
  const view: View = { show, order };
  if (signals) view.signals = true;
  if (theme) view.theme = theme;
  return view;
}

/** The themes of a scorecard with how many measures each has, in the order in which they come. */
export function themesOf(rows: Pick<FrozenRow, 'theme'>[]): { theme: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { theme } of rows) if (theme) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return [...counts].map(([theme, count]) => ({ theme, count }));
}

/** The measures of a view, in its order; among equals report order stays. */
export function inView(rows: ScorecardRow[], { show, order, theme }: View): ScorecardRow[] {
  const shown = rows.filter((row) => belongs(row, show) && (theme === undefined || row.theme === theme));
  if (order === 'title') return shown.toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB', { numeric: true }));
  if (order === 'exceptions') return shown.toSorted((a, b) => urgency(b) - urgency(a));
  if (order === 'direction') return shown.toSorted((a, b) => wayOf(a) - wayOf(b));
  return shown;
}

/** How many measures there are of what can be shown alone. */
export const countOf = (rows: ScorecardRow[], show: Show): number => rows.filter((row) => belongs(row, show)).length;

function belongs(row: ScorecardRow, show: Show): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'red':
      return isRed(row.rag);
    case 'amber':
    case 'green':
      return standingColour(row.rag) === show;
    case 'none':
      return standingColour(row.rag) === null;
    case 'overdue':
      return row.status.status === 'overdue';
    default:
      return row.travel.direction === show;
  }
}

/** Red, by the rule or as judged, before Amber before the rest; among equals the worsening, then the overdue, then report order. */
function urgency(row: ScorecardRow): number {
  const isAmber = row.rag.colour === 'amber' || standingColour(row.rag) === 'amber';
  const colour = isRed(row.rag) ? 8 : isAmber ? 4 : 0;
  return colour + (row.travel.direction === 'worsening' ? 2 : 0) + (row.status.status === 'overdue' ? 1 : 0);
}

const ways = ['worsening', 'no_change', 'improving', 'increasing', 'decreasing'];

/** The worsening first, those that cannot be compared last. */
const wayOf = ({ travel }: ScorecardRow): number => (travel.direction ? ways.indexOf(travel.direction) : ways.length);
