'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/form/form-state';
import type { Role } from '@/lib/people/person';
import { RoleTicks, rolesTyped } from './role-ticks';

type Props = { id: number; held: Role[]; isOnlyAdministrator: boolean; fresh: string; change: FormAction };

/** The roles of a person, ticked and saved together. */
export function RolesForm({ id, held, isOnlyAdministrator, fresh, change }: Props) {
  const [state, send] = useActionState(change, null);
  const shown = state ? rolesTyped(state.typed.role) : held;
  return (
    <section className="ruled" aria-labelledby="roles-title">
      <h2 id="roles-title">Roles</h2>
      {isOnlyAdministrator && (
        <p>They are the only administrator here, and stay one until somebody else is made one.</p>
      )}
      <form action={send} className="form" noValidate>
        <ErrorSummary problems={state?.problems ?? []} />
        <FormKey state={state} fresh={`${fresh}-r`} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={held.join(',')} />
        <RoleTicks name="role" held={shown} legend="What may they do?" hint="It counts from their next page on." />
        <SubmitButton className="button secondary" busy="Saving…">
          Save roles
        </SubmitButton>
      </form>
    </section>
  );
}
