import { formatDate } from '@/lib/time/day';
import type { WorkingRow } from './working-row';

/** How a person sees a service: as an owner of measures, as its head, or as a whole. */
export type Viewpoint = 'owner' | 'head' | 'officer';

export type WorkingGroup = { title: string; rows: WorkingRow[] };

type Names = { head: string | null; edition: number };

/** A group: where it stands in the order of urgency, and its title. */
type Place = { rank: string; title: string };

const isLate = ({ readiness }: WorkingRow) =>
  readiness.daysLate > 0 && readiness.state !== 'submitted' && readiness.state !== 'approved';

/** The rows in groups, the most pressing first; within a group the latest first, then in report order. */
export function workingGroups(rows: WorkingRow[], viewpoint: Viewpoint, names: Names): WorkingGroup[] {
  const groups = new Map<string, WorkingGroup>();
  for (const row of rows) {
    const { rank, title } = placeOf(row, viewpoint, names);
    const group = groups.get(rank) ?? { title, rows: [] };
    group.rows.push(row);
    groups.set(rank, group);
  }
  return [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, { title, rows: groupRows }]) => ({ title, rows: groupRows.toSorted(byUrgency) }));
}

const byUrgency = (a: WorkingRow, b: WorkingRow) =>
  b.readiness.daysLate - a.readiness.daysLate || a.readiness.number - b.readiness.number;

function placeOf(row: WorkingRow, viewpoint: Viewpoint, { head, edition }: Names): Place {
  const { state, due } = row.readiness;
  const waits = { rank: 'd', title: `With ${head ?? 'nobody: there is no head of service'}` };
  if (state === 'published' || state === 'not_due') return { rank: 'f', title: 'Published, nothing due' };
  if (state === 'approved') return { rank: 'e', title: `Approved, waiting for edition ${edition}` };
  if (state === 'submitted') {
    if (viewpoint === 'head' && row.act?.text === 'Review') return { rank: 'a', title: 'Waiting for you' };
    return viewpoint === 'officer' ? { ...waits, rank: 'b' } : waits;
  }
  if (viewpoint !== 'owner') {
    if (isLate(row)) return viewpoint === 'officer' ? { rank: 'a', title: 'Late' } : { rank: 'b', title: 'Late' };
    return { rank: 'c', title: 'Still to write, in time' };
  }
  if (!row.isOwn) return { rank: 'd+', title: 'With other owners' };
  if (state === 'returned' || isLate(row)) return { rank: 'a', title: 'Now' };
  return { rank: `c${due}`, title: due ? `Due by ${formatDate(due)}` : 'Still to write' };
}
