import type { Term } from '@/lib/glossary/term';
import type { Action } from '@/lib/reading/content';
import { formatDate } from '@/lib/time/period';
import { Lines } from './prose';

/** Who does an action and by when: 'Head of Safeguarding, by 6 September 2018'. */
export const ownerAndDay = ({ owner, due }: Pick<Action, 'owner' | 'due'>): string =>
  `${owner}, ${due ? `by ${formatDate(due)}` : 'no date set'}`;

/** Actions, each with the role that owns it and its day; `terms` are those that each explains. */
export function ActionList({ actions, terms = [] }: { actions: Action[]; terms?: Term[][] }) {
  return (
    <ul className="actions">
      {actions.map((action, index) => (
        <li key={`${index} ${action.text}`}>
          <Lines text={action.text} terms={terms[index]} /> <small>{ownerAndDay(action)}</small>
        </li>
      ))}
    </ul>
  );
}
