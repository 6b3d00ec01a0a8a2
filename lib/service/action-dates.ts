import type { FrozenRow } from '@/lib/edition/edition';
import { daysBetween } from '@/lib/time/day';

/** A published action whose day has passed, with its measure and by how many days it is late. */
export type OverdueAction = FrozenRow['actions'][number] & {
  due: string;
  daysLate: number;
  measure: Pick<FrozenRow, 'number' | 'code' | 'title'>;
};

/** The actions of published rows whose day has passed on a day, the longest overdue first. */
export function overdueActions(rows: FrozenRow[], today: string): OverdueAction[] {
  const late = rows.flatMap(({ number, code, title, actions }) =>
    actions.flatMap(({ text, owner, due }) =>
      due !== null && due < today
        ? [{ text, owner, due, daysLate: daysBetween(due, today), measure: { number, code, title } }]
        : [],
    ),
  );
  return late.toSorted((a, b) => b.daysLate - a.daysLate || a.measure.number - b.measure.number);
}
