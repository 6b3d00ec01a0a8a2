'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { passwordFields } from '@/lib/people/password-fields';
import { NewPassword } from './password-form';

/** Takes up an invitation by choosing a password. */
export function InvitationForm({ action, token, email }: { action: FormAction; token: string; email: string }) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="form">
      <ErrorSummary problems={state?.problems ?? []} />
      <p className="field">
        You will sign in as <b>{email}</b>.
      </p>
      {/* For password managers, which want to know whose password this is. */}
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <input type="hidden" name="token" value={token} />
      <NewPassword name={passwordFields.first} problem={problemOf(state, passwordFields.first)} />
      <SubmitButton busy="Signing in…">Set password and sign in</SubmitButton>
    </form>
  );
}
