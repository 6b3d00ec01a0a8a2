'use client';

import { type ReactNode, useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { readEffect } from '@/lib/framework/effect';
import { EffectBox } from './effect-box';
import type { FieldState } from './framework-form';

type Props = {
  step: FormAction;
  /** The words under which it is folded away. */
  fold: string;
  /** What the fields hold when they are opened. */
  opened?: Record<string, string>;
  /** What is sent along: the measure, and what was there when the page was made. */
  hidden: Record<string, string>;
  fresh: string;
  /** The button that takes the step, once its effect is shown. */
  save: string;
  /** Its button takes something away: outlined in red. */
  danger?: boolean;
  children: (state: FieldState) => ReactNode;
};

/** A step of a measure, folded away: it shows what it would do, and is taken only as it was shown. */
export function EffectStep({ step, fold, opened = {}, hidden, fresh, save, danger = false, children }: Props) {
  const [state, send] = useActionState(step, null);
  const typed: Record<string, string | undefined> = state?.typed ?? opened;
  const effect = state?.done ? readEffect(typed.seen) : null;
  const problems = state?.problems ?? [];
  return (
    <form action={send} className="form" noValidate>
      <ErrorSummary problems={problems} />
      <FormKey state={state} fresh={fresh} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="seen" value={effect ? typed.seen : ''} />
      <details className="aside-question" open={problems.length > 0 || effect !== null}>
        <summary>{fold}</summary>
        {children({ typed, problem: (field) => problemOf(state, field) })}
        <SubmitButton className="button secondary" busy="Looking…" name="intent" value="effect">
          {effect ? 'Show the effect again' : 'Show the effect'}
        </SubmitButton>
        {effect && <EffectBox effect={effect} changed={state?.done === 'changed'} save={save} danger={danger} />}
      </details>
    </form>
  );
}
