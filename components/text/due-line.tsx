import { formatDate } from '@/lib/time/period';

type Props = { range: string; due: string; daysLate: number };

/** The period in full, and the day its figure is due or how late it is. */
export function DueLine({ range, due, daysLate }: Props) {
  return (
    <p className="as-at">
      <b>{capital(range)}</b> · due {formatDate(due)}
      {daysLate > 0 && <b className="red"> · {lateBy(daysLate)}</b>}
    </p>
  );
}

/** A range at the beginning of a line: 'At 31 July 2018'. */
export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** '1 day late', '36 days late'. */
export const lateBy = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'} late`;
