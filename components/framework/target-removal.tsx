'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Props = { code: string; from: string; month: string; fresh: string; step: FormAction };

/** Takes a target back by which nothing was judged, with the reason that the history tells. */
export function TargetRemoval({ code, from, month, fresh, step }: Props) {
  const field = `remove-${from}`;
  return (
    <StepForm
      step={step}
      open
      className="form"
      fold={`Take the target from ${month} back`}
      hidden={{ code, from }}
      fresh={fresh}
      button="Take it back"
      busy="Taking it back…"
      secondary
      fields={(state) => (
        <Field
          name={field}
          label="Why is it taken back?"
          hint="The history tells this"
          problem={problemOf(state, field)}
        >
          {(attributes) => <textarea {...attributes} name="reason" rows={2} defaultValue={state?.typed.reason} />}
        </Field>
      )}
    />
  );
}
