'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { silenceField } from '@/lib/commentary/checking/silenced-warnings';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Props = { slug: string; rule: string; fresh: string; step: FormAction };

/** Silences one kind of warning for a service, with the reason. */
export function SilenceForm({ slug, rule, fresh, step }: Props) {
  const field = silenceField(rule);
  return (
    <StepForm
      step={step}
      open
      fold="Do not show them"
      hidden={{ slug, rule }}
      fresh={fresh}
      button="Silence them"
      busy="Saving…"
      secondary
      fields={(state) => (
        <Field name={field} label="Why does this service not need them?" problem={problemOf(state, field)}>
          {(attributes) => <textarea {...attributes} name="reason" rows={2} defaultValue={state?.typed.reason} />}
        </Field>
      )}
    />
  );
}
