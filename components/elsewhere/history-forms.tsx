'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Props = {
  id: number;
  size: string;
  mayConfirm: boolean;
  mayDiscard: boolean;
  /** Why this person cannot confirm them; null where they can. */
  whyNot: string | null;
  /** What was typed before the session ended. */
  reason: string | undefined;
  fresh: string;
  confirm: FormAction;
  discard: FormAction;
};

/** The two ends that a batch of history can come to: it is confirmed as a whole, or thrown away with a reason. */
export function HistoryForms({ id, size, mayConfirm, mayDiscard, whyNot, reason, fresh, confirm, discard }: Props) {
  return (
    <section className="elsewhere-ends" aria-labelledby="ends-title">
      <h2 id="ends-title">{mayConfirm ? 'Are they right?' : 'What happens next'}</h2>
      {whyNot && <p>{whyNot}</p>}
      <StepForm
        step={confirm}
        open={mayConfirm}
        hidden={{ id }}
        fresh={fresh}
        button={`Confirm all: ${size}`}
        busy="Confirming…"
        className="form"
      />
      <StepForm
        step={discard}
        open={mayDiscard}
        hidden={{ id }}
        fresh={`${fresh}-away`}
        button="Throw them away"
        busy="Throwing away…"
        danger
        fold="Throw them away instead"
        className="form"
        fields={(state) => (
          <Field
            name="reason"
            label="Why are they thrown away?"
            hint="Those who work for the service read this in its history."
            problem={problemOf(state, 'reason')}
          >
            {(attributes) => (
              <textarea {...attributes} name="reason" rows={3} defaultValue={state?.typed.reason ?? reason} />
            )}
          </Field>
        )}
      />
    </section>
  );
}
