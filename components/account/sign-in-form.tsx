'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, problemOf } from '@/lib/form/form-state';

/** Signs in by e-mail address and password. */
export function SignInForm({ action, then }: { action: FormAction; then: string }) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="form">
      <ErrorSummary problems={state?.problems ?? []} />
      <input type="hidden" name="then" value={then} />
      <Field name="email" label="E-mail address" problem={problemOf(state, 'email')}>
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            name="email"
            autoComplete="username"
            spellCheck={false}
            defaultValue={state?.typed.email}
          />
        )}
      </Field>
      <Field name="password" label="Password" problem={problemOf(state, 'password')}>
        {(attributes) => <input {...attributes} type="password" name="password" autoComplete="current-password" />}
      </Field>
      <SubmitButton busy="Signing in…">Sign in</SubmitButton>
    </form>
  );
}
