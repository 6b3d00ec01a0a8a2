import { Lines } from '@/components/text/prose';
import type { Term } from '@/lib/glossary/term';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { formatDate } from '@/lib/time/period';

type Action = ScorecardRow['actions'][number];

/** 'Head of Safeguarding, by 6 September 2018'. */
export const actionWords = ({ owner, due }: Pick<Action, 'owner' | 'due'>): string =>
  `${owner}, ${due ? `by ${formatDate(due)}` : 'no date set'}`;

/** The actions of a measure with who does each and by when. */
export function ActionList({ actions, terms }: { actions: Action[]; terms: Term[][] }) {
  return (
    <ul>
      {actions.map((action, index) => (
        <li key={action.text}>
          <Lines text={action.text} terms={terms[index]} /> <small>{actionWords(action)}</small>
        </li>
      ))}
    </ul>
  );
}
