import { SignalNote } from '@/components/sign/signal-cell';
import { Shape } from '@/components/sign/symbol-sprite';
import { Lines, Prose } from '@/components/text/prose';
import { Why } from '@/components/text/why';
import { firstUses } from '@/lib/commentary/expand-terms';
import type { ScorecardRow } from '@/lib/edition/scorecard';
import { saysNotClosed } from '@/lib/edition/unclosed-year';
import type { Term } from '@/lib/glossary/term';
import { formatDate } from '@/lib/time/period';

type Props = {
  row: ScorecardRow;
  signals?: boolean;
  /** The terms that the page explains in this row. */
  terms?: Term[] | undefined;
};

/** The words of a row: what is late or missing, the author's comments, the system's own sentence, notes, reasons and actions. */
export function Commentary({ row, signals = false, terms = [] }: Props) {
  const [explained, ...ofActions] = firstUses(authorsWords(row), terms);
  return (
    <div className="words">
      <div>
        {row.status.status !== 'up_to_date' && (
          <p className="late">
            <Shape symbol={row.status.status} /> {row.status.sentence}
          </p>
        )}
        {row.comments ? <Prose text={row.comments} terms={explained} /> : <p>No comments.</p>}
        {row.realTerms && (
          <p className="sys">
            <b>In real terms</b> {row.realTerms.replace(/\.?$/, '.')}
          </p>
        )}
        {signals && <SignalNote row={row} />}
        {[...missing(row), ...row.notes].map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
        <Why row={row} />
      </div>
      {row.actions.length > 0 && <Actions actions={row.actions} terms={ofActions} />}
    </div>
  );
}

/** What the owner of a row wrote, in the order in which it is shown: the comments, and each action. */
export const authorsWords = ({ comments, actions }: Pick<ScorecardRow, 'comments' | 'actions'>): string[] => [
  comments ?? '',
  ...actions.map(({ text }) => text),
];

function Actions({ actions, terms }: Pick<ScorecardRow, 'actions'> & { terms: Term[][] }) {
  return (
    <div className="acts">
      <b>{actions.length === 1 ? 'Action' : 'Actions'}</b>
      <ul>
        {actions.map((action, index) => (
          <li key={action.text}>
            <Lines text={action.text} terms={terms[index]} />{' '}
            <small>{`${action.owner}, ${action.due ? `by ${formatDate(action.due)}` : 'no date set'}`}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Each figure that is none, with its reason, unless the open answer to "Why no colour?" gives that reason already. */
function missing(row: ScorecardRow): string[] {
  const figures = {
    [row.previous.label]: row.previous,
    'Current target': row.target,
    'Current performance': row.current,
  };
  const judgementWords = row.rag.colour === null ? `${row.rag.sentence} ${row.travel.sentence}`.toLowerCase() : '';
  return Object.entries(figures).flatMap(([name, { why }]) =>
    why === null || judgementWords.includes(why.replace(/\.$/, '').toLowerCase())
      ? []
      : [saysNotClosed(row) && name === row.previous.label ? why : `${name}: ${why}`],
  );
}
