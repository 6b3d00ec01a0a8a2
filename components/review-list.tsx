'use client';

import { useActionState } from 'react';
import type { ReviewItem } from '../db/queries/review-page';
import type { FormAction } from '../lib/form-state';
import { ErrorSummary } from './error-summary';
import { FormKey } from './form-key';
import { ReviewRow } from './review-row';
import { SubmitButton } from './submit-button';

type Props = { items: ReviewItem[]; fresh: string; approve: FormAction };

/** The readings that wait for review; those that are ticked are approved together, each in the version that is listed. */
export function ReviewList({ items, fresh, approve }: Props) {
  const [state, send] = useActionState(approve, null);
  const open = items.filter(({ whyNot }) => whyNot === null);
  return (
    <form action={send} className="reviews">
      <ErrorSummary problems={state?.problems ?? []} />
      {state?.done && <Outcomes sentences={state.done.split('\n')} />}
      <FormKey state={state} fresh={fresh} />
      {items.length === 0 ? (
        <p className="empty">Nothing waits for your review.</p>
      ) : (
        <ol className="work">
          {items.map((item) => (
            <ReviewRow key={`${item.readingId} ${item.version}`} item={item} first={item === open[0]} />
          ))}
        </ol>
      )}
      {open.length > 0 && <SubmitButton busy="Approving…">Approve those ticked</SubmitButton>}
    </form>
  );
}

function Outcomes({ sentences }: { sentences: string[] }) {
  return (
    <div className="done" role="status">
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
