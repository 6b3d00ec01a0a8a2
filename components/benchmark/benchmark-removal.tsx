'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { removalField } from '@/lib/benchmark/benchmark-entry';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Props = { code: string; name: string; figures: string; fresh: string; remove: FormAction };

/** Removes a series of figures of others, with the reason that the history tells. */
export function BenchmarkRemoval({ code, name, figures, fresh, remove }: Props) {
  const field = removalField(name);
  return (
    <StepForm
      step={remove}
      open
      className="form"
      fold={`Remove ${name}`}
      hidden={{ code, name }}
      fresh={fresh}
      button={`Remove ${name} and its ${figures}`}
      busy="Removing…"
      secondary
      fields={(state) => (
        <Field
          name={field}
          label="Why is it removed?"
          hint="The history of the measure tells this, and keeps the figures. Published editions stay as they are."
          problem={problemOf(state, field)}
        >
          {(attributes) => <textarea {...attributes} name="reason" rows={2} defaultValue={state?.typed.reason} />}
        </Field>
      )}
    />
  );
}
