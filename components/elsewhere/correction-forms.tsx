'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { AreaField, LineField, SelectField, TickField } from '@/components/framework/framework-fields';
import type { CorrectedFigure } from '@/db/queries/elsewhere/corrections-page';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { revisionReasons, revisionWords } from '@/lib/reading/revision-reasons';

type Props = {
  figure: CorrectedFigure;
  /** What was typed before the session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  correct: FormAction;
};

/** Corrects a figure that was published elsewhere, with its class and a public note. */
export function CorrectionForm({ figure: { code, period, revision, parts, opened }, kept, fresh, correct }: Props) {
  return (
    <StepForm
      step={correct}
      open
      hidden={{ code, period, revision }}
      fresh={fresh}
      button="Send it to the head of service"
      busy="Sending…"
      className="form"
      fields={(state) => {
        const own = { typed: state?.typed ?? kept ?? opened, problem: (field: string) => problemOf(state, field) };
        return (
          <>
            <LineField
              state={own}
              name="value"
              label="The figure as it should be"
              look="short"
              hint={parts ? 'Leave it empty where the two numbers below give it' : undefined}
            />
            {parts && (
              <>
                <LineField state={own} name="numerator" label={`How many ${parts.numerator}`} look="short" />
                <LineField state={own} name="denominator" label={`Out of how many ${parts.denominator}`} look="short" />
              </>
            )}
            <TickField state={own} name="provisional" label="It may still change: [p] provisional" />
            <SelectField
              state={own}
              name="reason"
              label="Why is it corrected?"
              choices={[
                { value: '', text: 'Choose a reason' },
                ...revisionReasons.map((value) => ({ value, text: revisionWords[value].choice })),
              ]}
            />
            <AreaField
              state={own}
              name="note"
              label="What was wrong?"
              hint="The public reads this sentence beside the figure"
            />
          </>
        );
      }}
    />
  );
}

type StepProps = {
  id: number;
  mayConfirm: boolean;
  mayEnd: boolean;
  isOwn: boolean;
  fresh: string;
  confirm: FormAction;
  end: FormAction;
};

/** What a head of service, or whoever wrote it, can do with a correction that waits. */
export function CorrectionSteps({ id, mayConfirm, mayEnd, isOwn, fresh, confirm, end }: StepProps) {
  const words = isOwn ? 'Take it back' : 'Refuse it';
  return (
    <>
      <StepForm
        step={confirm}
        open={mayConfirm}
        hidden={{ id }}
        fresh={fresh}
        button="Confirm the correction"
        busy="Confirming…"
        className="form"
      />
      <StepForm
        step={end}
        open={mayEnd}
        hidden={{ id }}
        fresh={`${fresh}-end`}
        button={words}
        busy="Ending…"
        secondary
        fold={isOwn ? words : 'Refuse it instead'}
        className="form"
        fields={(state) => (
          <Field
            name={`reason-${id}`}
            label="Why does the figure stay as it is?"
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
