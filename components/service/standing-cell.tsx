import { Shape } from '@/components/sign/sign-shapes';
import { lateBy } from '@/components/text/due-line';
import type { MeasureReadiness } from '@/lib/release/measure-readiness';
import type { WorkingRow } from '@/lib/service/working-row';
import { formatDate, londonDay } from '@/lib/time/day';
import { Road } from './reading-progress';

const words: Record<MeasureReadiness['state'], string> = {
  not_due: 'Not due yet',
  due: 'Not begun',
  overdue: 'Not begun',
  draft: 'Draft',
  returned: 'Returned',
  submitted: 'Waits for approval',
  approved: 'Approved',
  published: 'Published',
};

/** Where a reading stands, since when, and who acts next. */
export function StandingCell({ row }: { row: WorkingRow }) {
  const { state, daysLate } = row.readiness;
  return (
    <>
      {daysLate > 0 && (
        <span className="tag needs">
          <Shape symbol="overdue" /> {lateBy(daysLate)}
        </span>
      )}
      {state !== 'overdue' && (
        <span className={state === 'returned' ? 'tag needs' : 'tag stand'}>
          <Road state={state} /> {words[state]}
        </span>
      )}
      <small>{whoAndWhen(row)}</small>
      {row.blocks.map((block) => (
        <small key={block} className="blocks">
          <b>Blocks the edition:</b> {block}
        </small>
      ))}
    </>
  );
}

function whoAndWhen({ readiness, returned, nextDue }: WorkingRow): string {
  const { state, owner, due, submitted, approved, sentence } = readiness;
  const day = (at: string) => formatDate(londonDay(at));
  const author = owner ?? 'No owner';
  if (returned) return `${returned.by}, ${day(returned.at)}: “${returned.reason}” ${author} answers next.`;
  if (state === 'submitted' && submitted) return `${submitted.by} submitted it on ${day(submitted.at)}`;
  if (state === 'approved' && approved) return `${approved.by}, ${day(approved.at)}`;
  if (state === 'published') return nextDue ? `next due ${formatDate(nextDue)}` : 'no later figure is required';
  if (state === 'not_due') return sentence;
  return due ? `${author}, due ${formatDate(due)}` : author;
}
