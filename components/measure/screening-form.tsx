'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Props = {
  code: string;
  /** Why unusually large moves are left out; null while every move counts. */
  reason: string | null;
  step: FormAction;
  fresh: string;
};

/** Whether unusually large moves are left out of the normal range, and a form to turn that on or off with a reason. */
export function ScreeningForm({ code, reason, step, fresh }: Props) {
  const on = reason !== null;
  return (
    <div className="baselines">
      <h3>Screening</h3>
      {on ? (
        <p>
          <b>On</b>: {reason}
        </p>
      ) : (
        <p>
          <b>Off</b>: every move from one period to the next counts. Turned on, moves of 3.267 times the usual one or
          more are left out, once, so that one upset does not widen the normal range. It belongs where the reason of
          such moves is known and past.
        </p>
      )}
      <StepForm
        step={step}
        open
        className="form"
        fold={on ? 'Turn screening off' : 'Turn screening on'}
        hidden={{ code, screening: on ? 'off' : 'on' }}
        fresh={fresh}
        button={on ? 'Count every move' : 'Leave large moves out'}
        busy="Changing…"
        secondary
        fields={(state) => (
          <Field
            name="screeningReason"
            label={on ? 'Why is every move counted again?' : 'Why are large moves left out?'}
            hint={
              on
                ? 'The history of the measure tells this.'
                : 'Everybody reads this beside the chart, with the next edition.'
            }
            problem={problemOf(state, 'screeningReason')}
          >
            {(attributes) => (
              <textarea {...attributes} name="screeningReason" rows={2} defaultValue={state?.typed.screeningReason} />
            )}
          </Field>
        )}
      />
    </div>
  );
}
