import { SignalNote } from '@/components/sign/signal-cell';
import { Shape } from '@/components/sign/symbol-sprite';
import { Lines, Prose } from '@/components/text/prose';
import { Why } from '@/components/text/why';
import type { ScorecardRow } from '@/lib/edition/scorecard';
import { saysNotClosed } from '@/lib/edition/unclosed-year';
import { formatDate } from '@/lib/time/period';

/** The words of a row: what is late or missing, the author's comments, the system's own sentence, notes, reasons and actions. */
export function Commentary({ row, signals = false }: { row: ScorecardRow; signals?: boolean }) {
  return (
    <div className="words">
      <div>
        {row.status.status !== 'up_to_date' && (
          <p className="late">
            <Shape symbol={row.status.status} /> {row.status.sentence}
          </p>
        )}
        {row.comments ? <Prose text={row.comments} /> : <p>No comments.</p>}
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
      {row.actions.length > 0 && <Actions actions={row.actions} />}
    </div>
  );
}

function Actions({ actions }: Pick<ScorecardRow, 'actions'>) {
  return (
    <div className="acts">
      <b>{actions.length === 1 ? 'Action' : 'Actions'}</b>
      <ul>
        {actions.map((action) => (
          <li key={action.text}>
            <Lines text={action.text} />{' '}
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
