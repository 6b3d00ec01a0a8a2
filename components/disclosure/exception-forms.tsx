'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { AreaField, SelectField } from '@/components/framework/framework-fields';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type AskProps = {
  service: string;
  choices: { value: string; text: string }[];
  /** What was typed before the session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  ask: FormAction;
};

/** Asks for one small figure to be shown, with the reason. */
export function AskForm({ service, choices, kept, fresh, ask }: AskProps) {
  return (
    <StepForm
      step={ask}
      open
      hidden={{ service }}
      fresh={fresh}
      button="Ask for it to be shown"
      busy="Asking…"
      secondary
      className="form"
      fields={(state) => {
        const own = { typed: state?.typed ?? kept ?? {}, problem: (field: string) => problemOf(state, field) };
        return (
          <>
            <SelectField
              state={own}
              name="figure"
              label="Which figure?"
              choices={[{ value: '', text: 'Choose a figure' }, ...choices]}
            />
            <AreaField
              state={own}
              name="reason"
              label="Why may it be shown?"
              hint="The head of service reads this, and it stays in the history. Name nobody."
            />
          </>
        );
      }}
    />
  );
}

type EndProps = {
  id: number;
  mayConfirm: boolean;
  mayEnd: boolean;
  /** What ending it is called. */
  end: { fold: string; button: string; label: string };
  fresh: string;
  confirm: FormAction;
  endStep: FormAction;
};

/** What a head of service, or whoever asked, can do with an exception: confirm it, or end it with a reason. */
export function ExceptionForms({ id, mayConfirm, mayEnd, end, fresh, confirm, endStep }: EndProps) {
  return (
    <>
      <StepForm
        step={confirm}
        open={mayConfirm}
        hidden={{ id }}
        fresh={fresh}
        button="Confirm: it is shown"
        busy="Confirming…"
        className="form"
      />
      <StepForm
        step={endStep}
        open={mayEnd}
        hidden={{ id }}
        fresh={`${fresh}-end`}
        button={end.button}
        busy="Hiding…"
        secondary
        fold={end.fold}
        className="form"
        fields={(state) => (
          <Field
            name={`reason-${id}`}
            label={end.label}
            hint="Those who work for the service read this in its history."
            problem={problemOf(state, `reason-${id}`)}
          >
            {(attributes) => <textarea {...attributes} name="reason" rows={2} defaultValue={state?.typed.reason} />}
          </Field>
        )}
      />
    </>
  );
}
