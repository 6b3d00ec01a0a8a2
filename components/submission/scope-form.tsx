'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import type { SystemPage } from '@/db/queries/submission/systems';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { MeasureTicks, ticksTyped } from './measure-ticks';

type ScopeProps = Pick<SystemPage, 'sends' | 'services'> & { id: number; fresh: string; scope: FormAction };

/** Changes which measures a system may send. */
export function ScopeForm({ id, sends, services, fresh, scope }: ScopeProps) {
  const [state, send] = useActionState(scope, null);
  const typed: Record<string, string | undefined> = state?.typed ?? {};
  return (
    <form action={send} className="form" noValidate>
      <ErrorSummary problems={state?.problems ?? []} />
      <FormKey state={state} fresh={fresh} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={sends.join(',')} />
      <MeasureTicks
        key={`${typed.code} ${typed.service} ${sends.length}`}
        services={services}
        codes={state ? ticksTyped(typed.code ?? '') : sends}
        slugs={ticksTyped(typed.service)}
        problem={problemOf(state, 'code')}
      />
      <SubmitButton busy="Saving…">Save what it may send</SubmitButton>
    </form>
  );
}
