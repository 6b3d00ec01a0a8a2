import type { ReactNode } from 'react';
import { DirectionArrow } from '@/components/sign/direction-tag';
import { Figure, TargetFigure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { ActionList } from '@/components/text/action-list';
import { Lines, Prose } from '@/components/text/prose';
import type { ReviewWords } from '@/db/queries/review/review-words';
import { revisionWords } from '@/lib/reading/revision-reasons';
import { ragSentence } from '@/lib/target/judged-status';

/** The figure of a reading with its parts, what it is held against, and what the rules make of it. */
export function ReviewFigures({ words }: { words: ReviewWords }) {
  const { row, parts, last } = words;
  return (
    <dl className="review-figures">
      <Fact term="Figure">
        <Figure figure={row.current} marks={row.current.marks} reason />
        {parts && <small>{parts}</small>}
      </Fact>
      <Fact term={last ? last.label : 'Period before'}>
        {last ? last.figure : <i>none</i>}
        {last?.parts && <small>{last.parts}</small>}
      </Fact>
      <Fact term="Target">
        <TargetFigure target={row.target} />
      </Fact>
      <Fact term="Against target" wide>
        <RagTag colour={row.rag.colour} judged={row.rag.judged} /> <small>{ragSentence(row.rag)}</small>
      </Fact>
      <Fact term="Direction of travel" wide>
        <DirectionArrow {...row.travel} /> <small>{row.travel.sentence}</small>
      </Fact>
    </dl>
  );
}

/** The words of a reading in full, and what is out of the ordinary about it. */
export function ReviewProse({ words }: { words: ReviewWords }) {
  const { row, unusual, publicNote, revisionReason, completed, kept } = words;
  return (
    <div className="review-prose">
      {row.comments ? <Prose text={row.comments} /> : <p>No comments.</p>}
      {row.actions.length > 0 && (
        <>
          <p>
            <b>{row.actions.length === 1 ? 'Action' : 'Actions'}</b>
          </p>
          <ActionList actions={row.actions} />
        </>
      )}
      {row.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {unusual && (
        <Mark term="Unusual figure">
          {unusual.question} {unusual.reason ? `The owner says: ${unusual.reason}` : 'The owner gives no reason.'}
        </Mark>
      )}
      {publicNote && (
        <Mark term={`Public note${revisionReason ? ` (${revisionWords[revisionReason].publicName})` : ''}`}>
          <Lines text={publicNote} />
        </Mark>
      )}
      {kept.length > 0 && <Mark term="Warnings kept">{kept.join('; ')}</Mark>}
      {completed.length > 0 && <Mark term="Earlier actions told to be done">{completed.join('; ')}</Mark>}
    </div>
  );
}

function Fact({ term, children, wide = false }: { term: string; children: ReactNode; wide?: boolean }) {
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Mark({ term, children }: { term: string; children: ReactNode }) {
  return (
    <p className="told">
      <b>{term}:</b> {children}
    </p>
  );
}
