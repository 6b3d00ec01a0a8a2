'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import type { ReviewItem } from '@/db/queries/review/review-page';
import type { FormAction } from '@/lib/form/form-state';
import { ReviewRow } from './review-row';

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
