'use client';

import { type ReactNode, useActionState } from 'react';
import type { FormAction, FormState } from '@/lib/form/form-state';
import { ErrorSummary } from './error-summary';
import { FormKey } from './form-key';
import { SubmitButton } from './submit-button';

type Props = {
  step: FormAction;
  /** Whether the step may be taken as things stand; where it may no more, only why the last try failed is left. */
  open: boolean;
  /** What the step is taken with: the reading and the version that was seen. */
  hidden: Record<string, string | number>;
  /** A key of this rendering: a second press of the same button is the same press. */
  fresh: string;
  button: string;
  busy: string;
  secondary?: boolean;
  /** Its button takes something away for good: outlined in red, so that it is not taken for one that publishes. */
  danger?: boolean;
  /** Folded away under these words, where it is not the usual answer. */
  fold?: string;
  /** The fields above the button, given what was typed and what was wrong. */
  fields?: (state: FormState | null) => ReactNode;
  className?: string;
};

/** A step of a reading or an edition: its button, with the fields that it asks for. */
export function StepForm(props: Props) {
  const { step, open, hidden, fresh, button, busy, secondary, danger, fold, fields, className } = props;
  const [state, send] = useActionState(step, null);
  const problems = state?.problems ?? [];
  if (!open && problems.length === 0) return null;
  const plain = secondary ? 'button secondary' : 'button';
  const look = danger ? 'button danger' : plain;
  const controls = (
    <>
      {fields?.(state)}
      <SubmitButton className={look} busy={busy}>
        {button}
      </SubmitButton>
    </>
  );
  return (
    <form action={send} className={className} noValidate>
      <ErrorSummary problems={problems} />
      <FormKey state={state} fresh={fresh} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {open && !fold && controls}
      {open && fold && (
        <details className="aside-question" open={problems.length > 0}>
          <summary>{fold}</summary>
          {controls}
        </details>
      )}
    </form>
  );
}
