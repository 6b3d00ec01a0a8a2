'use client';

import { Field } from '@/components/form/field';
import type { FormAction } from '@/lib/form/form-state';
import { EffectStep } from './effect-step';

type Props = { code: string; from: string; month: string; fresh: string; step: FormAction };

/** Takes a target back by which nothing was judged, with its effect first and the reason that the history tells. */
export function TargetRemoval({ code, from, month, fresh, step }: Props) {
  const field = `remove-${from}`;
  return (
    <EffectStep
      step={step}
      fold={`Take the target from ${month} back`}
      hidden={{ code, from }}
      fresh={fresh}
      save="Take it back"
    >
      {({ typed, problem }) => (
        <Field name={field} label="Why is it taken back?" hint="The history tells this" problem={problem(field)}>
          {(attributes) => <textarea {...attributes} name="reason" rows={2} defaultValue={typed.reason} />}
        </Field>
      )}
    </EffectStep>
  );
}
