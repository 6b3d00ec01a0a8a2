import { lateBy } from '@/components/text/due-line';
import type { WorkItem } from '@/db/queries/work/work';

const verbs: Record<WorkItem['kind'], string> = {
  due: 'Enter',
  overdue: 'Enter',
  returned: 'Answer',
  draft: 'Finish',
  review: 'Review',
  history: 'Confirm',
  exception: 'Decide',
  release: 'Prepare',
  year_end: 'Close',
};

/** What awaits a person, oldest due first, each a link to doing it. */
export function WorkList({ items, isEmpty }: { items: WorkItem[]; isEmpty: boolean }) {
  if (isEmpty) return <p className="empty">Nothing awaits you. You will find here whatever falls to you next.</p>;
  if (items.length === 0) return null;
  return (
    <ol className="work">
      {items.map((item) => (
        <li key={item.href} className={item.daysLate > 0 ? 'late' : undefined}>
          <a href={item.href}>
            <span className="verb">{verbs[item.kind]}</span> {item.title}
            {item.period && <span className="unseen">, {item.period.range}</span>}
          </a>
          <p className="what">{item.sentence}</p>
          <p className="when">
            {item.daysLate > 0 && <b className="red">{lateBy(item.daysLate)}</b>}
            {item.service !== item.title && <span>{item.service}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}
