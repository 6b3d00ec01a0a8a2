'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/form/form-state';
import { type ReviewLine, ReviewRow } from './review-row';

type Props = {
  items: ReviewLine[];
  /** Whether nothing waits at all, on no page. */
  isEmpty: boolean;
  fresh: string;
  approve: FormAction;
};

/** The readings that wait for review; those that are ticked are approved together, each in the version that is listed. */
export function ReviewList({ items, isEmpty, fresh, approve }: Props) {
  const [state, send] = useActionState(approve, null);
  const open = items.filter(({ whyNot }) => whyNot === null);
  return (
    <form action={send} className="reviews">
      <ErrorSummary problems={state?.problems ?? []} />
      {state?.done && <Outcomes sentences={state.done.split('\n')} />}
      <FormKey state={state} fresh={fresh} />
      {isEmpty && <p className="empty">Nothing waits for your review.</p>}
      {items.length > 0 && (
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
