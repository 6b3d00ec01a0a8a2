'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Props = {
  open: boolean;
  hidden: Record<string, string | number>;
  fresh: string;
  comments: string | null;
  step: FormAction;
};

/** Returns a reading to its owner: the reason, and if the reviewer likes the words that they would rather read. */
export function ReturnForm({ open, hidden, fresh, comments, step }: Props) {
  return (
    <StepForm
      step={step}
      open={open}
      fold="Return it instead"
      hidden={{ ...hidden, comments: comments ?? '' }}
      fresh={fresh}
      button="Return to its owner"
      busy="Returning…"
      secondary
      fields={(state) => (
        <>
          <Field name="reason" label="What should be changed, and why?" problem={problemOf(state, 'reason')}>
            {(attributes) => <textarea {...attributes} name="reason" rows={3} defaultValue={state?.typed.reason} />}
          </Field>
          <Field
            name="suggested"
            label="Suggested wording of the comments (optional)"
            hint="The owner can accept it with one press. Change what you would rather read, or leave it as it is to suggest nothing."
            problem={problemOf(state, 'suggested')}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                name="suggested"
                rows={6}
                defaultValue={state?.typed.suggested ?? comments ?? ''}
              />
            )}
          </Field>
        </>
      )}
    />
  );
}
