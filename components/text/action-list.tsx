import type { Action } from '@/lib/reading/content';
import { formatDate } from '@/lib/time/period';
import { Lines } from './prose';

/** Actions, each with the role that owns it and its day. */
export function ActionList({ actions }: { actions: Action[] }) {
  return (
    <ul className="actions">
      {actions.map(({ text, owner, due }, index) => (
        <li key={`${index} ${text}`}>
          <Lines text={text} />{' '}
          <small>
            {owner}, {due ? `by ${formatDate(due)}` : 'no date set'}
          </small>
        </li>
      ))}
    </ul>
  );
}
