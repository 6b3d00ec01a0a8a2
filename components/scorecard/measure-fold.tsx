import { Shape } from '@/components/sign/sign-shapes';
import { SignalNote } from '@/components/sign/signal-cell';
import { ActionList } from '@/components/text/action-list';
import { Prose } from '@/components/text/prose';
import { firstUses } from '@/lib/commentary/expand-terms';
import { saysNotClosed } from '@/lib/edition/not-closed-yet';
import type { Term } from '@/lib/glossary/term';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { statusWords } from '@/lib/status/data-status';
import { ragSentence, whyQuestion } from '@/lib/target/judged-status';
import { frequencyWords } from '@/lib/time/period';

type Props = {
  row: ScorecardRow;
  signals?: boolean;
  /** Whether it stands open, where its words are what is looked at. */
  isOpen?: boolean;
  /** The terms that the page explains in this row. */
  terms?: Term[] | undefined;
};

/** What is behind a row: the owner's words, the sum that gives the colour, and what is being done. */
export function MeasureFold({ row, signals = false, isOpen = false, terms = [] }: Props) {
  const [explained, ...ofActions] = firstUses(authorsWords(row), terms);
  const { status, sentence } = row.status;
  return (
    <details open={isOpen}>
      <summary>
        Why<span className="unseen">{`${whyQuestion(row.rag).slice(3)} Measure ${row.number}`}</span>
      </summary>
      <div className="fold">
        <div>
          <h4>In words</h4>
          {status !== 'up_to_date' && (
            <p className="late">
              <Shape symbol={status} /> {sentence}
            </p>
          )}
          {row.comments ? <Prose text={row.comments} terms={explained} /> : <p>No comments.</p>}
          {signals && <SignalNote row={row} />}
          {[...missing(row), ...row.notes].map((note) => (
            <p key={note} className="note">
              {note}
            </p>
          ))}
        </div>
        <div>
          <h4>The sum</h4>
          <p>
            {ragSentence(row.rag)} {row.travel.sentence}
          </p>
          {row.realTerms && <p>{`In real terms ${row.realTerms.replace(/\.?$/, '.')}`}</p>}
          <p className="note covers">{coversWords(row)}</p>
        </div>
        <div>
          <h4>What is being done</h4>
          {row.actions.length > 0 ? <ActionList actions={row.actions} terms={ofActions} /> : <p>No action.</p>}
        </div>
      </div>
    </details>
  );
}

/** What the owner of a row wrote, in the order in which it is shown: the comments, and each action. */
export const authorsWords = ({ comments, actions }: Pick<ScorecardRow, 'comments' | 'actions'>): string[] => [
  comments ?? '',
  ...actions.map(({ text }) => text),
];

/** 'Covers 12 months to 31 July 2018. %, monthly. 2017/18: 16%. Up to date.', which narrow rows leave out. */
function coversWords({ period, unit, frequency, previous, status }: ScorecardRow): string {
  return [
    period && `Covers ${period.range}.`,
    `${unit}, ${frequencyWords[frequency].toLowerCase()}.`,
    previous.text !== null && `${previous.label}: ${previous.text}.`,
    `${statusWords[status.status]}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Each figure that is none, with its reason, unless the sentences on colour and arrow give that reason already. */
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
