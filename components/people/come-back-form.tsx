'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/form/form-state';
import { InvitationLink } from './invitation-link';

type Props = { id: number; name: string; hasLeft: boolean; fresh: string; bringBack: FormAction };

/** Brings somebody back who has left; it stays on the page of the person to show the link that it made. */
export function ComeBackForm({ id, name, hasLeft, fresh, bringBack }: Props) {
  const [state, send] = useActionState(bringBack, null);
  return (
    <>
      <ErrorSummary problems={state?.problems ?? []} />
      {state?.done && <InvitationLink typed={state.typed} />}
      {hasLeft && !state?.done && (
        <form action={send}>
          <FormKey state={state} fresh={`${fresh}-b`} />
          <input type="hidden" name="id" value={id} />
          <p>
            {name} can come back under the same address: with a new invitation, and without role, post or password. What
            they wrote is still theirs in the record.
          </p>
          <p>
            <SubmitButton className="button secondary" busy="Bringing back…">
              {`Bring ${name} back`}
            </SubmitButton>
          </p>
        </form>
      )}
    </>
  );
}
