'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Props = { id: number; name: string; email: string; hasSingleSignOn: boolean; fresh: string; change: FormAction };

/** A person's name and address, as they are from now on. */
export function DetailsForm({ id, name, email, hasSingleSignOn, fresh, change }: Props) {
  const [state, send] = useActionState(change, null);
  return (
    <section className="ruled" aria-labelledby="details-title">
      <h2 id="details-title">Name and address</h2>
      <form action={send} className="form" noValidate>
        <ErrorSummary problems={state?.problems ?? []} />
        <FormKey state={state} fresh={`${fresh}-d`} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seenName" value={name} />
        <input type="hidden" name="seenEmail" value={email} />
        <Field
          name="name"
          label="Name"
          hint="From now on. What was published or recorded keeps the name of its day."
          problem={problemOf(state, 'name')}
        >
          {(attributes) => (
            <input {...attributes} name="name" autoComplete="off" defaultValue={state?.typed.name ?? name} />
          )}
        </Field>
        <Field
          name="email"
          label="E-mail address"
          hint={
            hasSingleSignOn
              ? 'Their password goes with it. Single sign-on knows them by another number, and goes on as it is.'
              : 'They sign in by it. Their password stays.'
          }
          problem={problemOf(state, 'email')}
        >
          {(attributes) => (
            <input
              {...attributes}
              name="email"
              type="email"
              autoComplete="off"
              defaultValue={state?.typed.email ?? email}
            />
          )}
        </Field>
        <SubmitButton className="button secondary" busy="Saving…">
          Save name and address
        </SubmitButton>
      </form>
    </section>
  );
}
