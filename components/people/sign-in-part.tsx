'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { StepForm } from '@/components/form/step-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/form/form-state';
import { InvitationLink } from './invitation-link';

type Props = {
  id: number;
  name: string;
  /** What is known of how they come in, in sentences. */
  facts: string[];
  isLocked: boolean;
  sessions: number;
  fresh: string;
  actions: Record<'newLink' | 'letIn' | 'endSessions', FormAction>;
};

/** How a person comes in: a new link, the door opened again, their sessions ended. */
export function SignInPart({ id, name, facts, isLocked, sessions, fresh, actions }: Props) {
  const [state, send] = useActionState(actions.newLink, null);
  return (
    <section className="ruled" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">Signing in</h2>
      <ErrorSummary problems={state?.problems ?? []} />
      {state?.done && <InvitationLink typed={state.typed} />}
      <p>{facts.join(' ')}</p>
      <div className="buttons">
        <form action={send}>
          <FormKey state={state} fresh={`${fresh}-l`} />
          <input type="hidden" name="id" value={id} />
          <SubmitButton className="button secondary" busy="Making a link…">
            Make a new invitation link
          </SubmitButton>
        </form>
        <StepForm
          step={actions.letIn}
          open={isLocked}
          hidden={{ id }}
          fresh={`${fresh}-o`}
          button={`Let ${name} in again`}
          busy="Opening…"
          secondary
        />
        <StepForm
          step={actions.endSessions}
          open={sessions > 0}
          hidden={{ id }}
          fresh={`${fresh}-s`}
          button={sessions === 1 ? 'End their session' : `End their ${sessions} sessions`}
          busy="Ending…"
          secondary
        />
      </div>
      <p className="hint">
        A new link sets a first password or another one, or ties single sign-on to them. It ends the links before it.
      </p>
    </section>
  );
}
