'use client';

import { Field } from '@/components/form/field';
import { MomentFields } from '@/components/form/moment-fields';
import { StepForm } from '@/components/form/step-form';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { usualTime } from '@/lib/release/release-moment';

type Props = { open: boolean; hidden: Record<string, string | number>; fresh: string; step: FormAction };

/** Moves an announced release to another moment, with the reason that the public reads. */
export function MoveForm({ open, hidden, fresh, step }: Props) {
  return (
    <StepForm
      step={step}
      open={open}
      className="form"
      fold="Move it"
      hidden={hidden}
      fresh={fresh}
      button="Move the release"
      busy="Moving…"
      secondary
      fields={(state) => (
        <>
          <MomentFields
            state={state}
            day="moveDay"
            time="moveTime"
            labels={{ day: 'New day', time: 'New time' }}
            initial={{ time: usualTime }}
          />
          <Field
            name="moveReason"
            label="Why is it moved?"
            hint="Everybody reads this in the release calendar."
            problem={problemOf(state, 'moveReason')}
          >
            {(attributes) => (
              <textarea {...attributes} name="moveReason" rows={2} defaultValue={state?.typed.moveReason} />
            )}
          </Field>
        </>
      )}
    />
  );
}

/** Calls an announced release off, with the reason that the public reads. */
export function CancelForm({ open, hidden, fresh, step }: Props) {
  return (
    <StepForm
      step={step}
      open={open}
      className="form"
      fold="Cancel it"
      hidden={hidden}
      fresh={fresh}
      button="Cancel the release"
      busy="Cancelling…"
      secondary
      fields={(state) => (
        <Field
          name="cancelReason"
          label="Why is it cancelled?"
          hint="Everybody reads this in the release calendar."
          problem={problemOf(state, 'cancelReason')}
        >
          {(attributes) => (
            <textarea {...attributes} name="cancelReason" rows={2} defaultValue={state?.typed.cancelReason} />
          )}
        </Field>
      )}
    />
  );
}

/** Lets somebody read an announced edition before its release, from a moment on. */
export function EarlyReaderForm({
  open,
  hidden,
  fresh,
  step,
  initial,
}: Props & { initial: { day: string; time: string } }) {
  return (
    <StepForm
      step={step}
      open={open}
      className="form"
      hidden={hidden}
      fresh={fresh}
      button="Add to the list"
      busy="Adding…"
      secondary
      fields={(state) => (
        <>
          <Field name="reader" label="E-mail address" problem={problemOf(state, 'reader')}>
            {(attributes) => (
              <input {...attributes} type="email" name="reader" autoComplete="off" defaultValue={state?.typed.reader} />
            )}
          </Field>
          <MomentFields
            state={state}
            day="fromDay"
            time="fromTime"
            labels={{ day: 'May read from', time: 'From what time' }}
            initial={initial}
          />
        </>
      )}
    />
  );
}
