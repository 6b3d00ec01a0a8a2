'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { passwordFields } from '@/lib/people/password-fields';
import { passwordLength } from '@/lib/people/password-rule';

const { present, wanted } = passwordFields;

/** Changes one's own password. */
export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="form">
      <ErrorSummary problems={state?.problems ?? []} />
      {state?.done && (
        <p className="done" role="status">
          {state.done}
        </p>
      )}
      {/* For password managers, which want to know whose password this is. */}
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <Field name={present} label="Present password" problem={problemOf(state, present)}>
        {(attributes) => <input {...attributes} type="password" name={present} autoComplete="current-password" />}
      </Field>
      <NewPassword problem={problemOf(state, wanted)} name={wanted} />
      <SubmitButton busy="Changing…">Change password</SubmitButton>
    </form>
  );
}

type NewPasswordProps = { name: string; problem: string | undefined; label?: string };

/** A field for a password that somebody chooses. */
export function NewPassword({ name, problem, label = 'New password' }: NewPasswordProps) {
  return (
    <Field
      name={name}
      label={label}
      hint={`At least ${passwordLength.least} characters. Three or four words that do not belong together are good. Not your name or address, nor what many people use.`}
      problem={problem}
    >
      {(attributes) => <input {...attributes} type="password" name={name} autoComplete="new-password" />}
    </Field>
  );
}
