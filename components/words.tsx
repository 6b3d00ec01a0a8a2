import type { Action } from '../lib/content';
import { formatDate } from '../lib/period';

/** A text with its paragraphs, as it was written. */
export function Paragraphs({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph, index) => <p key={`${index} ${paragraph}`}>{paragraph}</p>);
}

/** Actions, each with the role that owns it and its day. */
export function ActionList({ actions }: { actions: Action[] }) {
  return (
    <ul className="actions">
      {actions.map(({ text, owner, due }, index) => (
        <li key={`${index} ${text}`}>
          {text}{' '}
          <small>
            {owner}, {due ? `by ${formatDate(due)}` : 'no date set'}
          </small>
        </li>
      ))}
    </ul>
  );
}
