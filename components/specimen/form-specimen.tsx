'use client';

import { ErrorSummary } from '@/components/form/error-summary';
import { Field, FieldGroup } from '@/components/form/field';
import { MomentFields } from '@/components/form/moment-fields';
import { StepForm } from '@/components/form/step-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormState, Problem } from '@/lib/form/form-state';

const problems: Problem[] = [
  { field: 'wrong-words', sentence: 'Say why the figure is late.' },
  { field: 'wrong-choice', sentence: 'Choose one of the two.' },
  { field: null, sentence: 'Hana Malik changed the comments at 9.30am; you saw version 2, it is now version 3.' },
];

/** Answers as a form does in which everything is wrong: nothing is sent from here. */
const refuse = async (): Promise<FormState> => ({ problems, typed: {} });

/** Every part of a form in every state that it has. */
export function FormSpecimen() {
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">Forms</h2>
      <ErrorSummary problems={problems} />
      <Field name="plain-words" label="Comments" hint="What happened, and why.">
        {(attributes) => (
          <textarea {...attributes} name="plain-words" rows={3} defaultValue="Two lanes were closed by flood water." />
        )}
      </Field>
      <Field name="wrong-words" label="Reason" problem="Say why the figure is late.">
        {(attributes) => <input {...attributes} name="wrong-words" />}
      </Field>
      <FieldGroup name="wrong-choice" legend="Is it a correction?" problem="Choose one of the two.">
        {['Yes', 'No'].map((word) => (
          <label key={word} className="choice">
            <input type="radio" name="wrong-choice" value={word} /> {word}
          </label>
        ))}
      </FieldGroup>
      <MomentFields
        state={null}
        day="a-day"
        time="a-time"
        labels={{ day: 'Day', time: 'Time' }}
        initial={{ day: '1 September 2018', time: '09:30' }}
      />
      <form action={() => {}}>
        <SubmitButton>Save draft</SubmitButton> <SubmitButton className="button secondary">Go back</SubmitButton>{' '}
        <SubmitButton className="button link">Sign out</SubmitButton>
      </form>
      <StepForm
        step={refuse}
        open
        hidden={{}}
        fresh="specimen-of-a-step-1"
        button="Withdraw"
        busy="Withdrawing…"
        danger
      />
      <StepForm
        step={refuse}
        open
        hidden={{}}
        fresh="specimen-of-a-step-2"
        button="Return it"
        busy="Returning…"
        secondary
        fold="Something is not right"
      />
    </section>
  );
}
