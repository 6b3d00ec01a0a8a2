'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { InvitationLink } from './invitation-link';
import { RoleTicks, rolesTyped } from './role-ticks';

/** Adds a person; says afterwards, once, by which link they come in. */
export function InviteForm({ add, fresh }: { add: FormAction; fresh: string }) {
  const [state, send] = useActionState(add, null);
  return (
    <>
      <ErrorSummary problems={state?.problems ?? []} />
      {state?.done && <InvitationLink typed={state.typed} />}
      {state?.done && (
        <>
          <p>
            Then <a href="/settings/people/give">give {state.typed.invited} measures</a>, or{' '}
            <a href="/settings/people/posts">make them head of a service</a>.
          </p>
          <h2>Invite another person</h2>
        </>
      )}
      <form action={send} className="form" noValidate>
        <FormKey state={state} fresh={fresh} />
        <Field name="name" label="Name" hint="As everybody here knows them" problem={problemOf(state, 'name')}>
          {(attributes) => <input {...attributes} name="name" autoComplete="off" defaultValue={state?.typed.name} />}
        </Field>
        <Field name="email" label="E-mail address" hint="They sign in by it." problem={problemOf(state, 'email')}>
          {(attributes) => (
            <input {...attributes} name="email" type="email" autoComplete="off" defaultValue={state?.typed.email} />
          )}
        </Field>
        <RoleTicks
          name="roles"
          held={rolesTyped(state?.typed.roles)}
          legend="Roles (optional)"
          hint="Data owners and heads of service need none: measures and services are given to them afterwards."
        />
        <SubmitButton busy="Inviting…">Invite</SubmitButton>
      </form>
      <p className="after">
        <a href="/settings/people">Back to people</a>
      </p>
    </>
  );
}
