'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field, FieldGroup } from '@/components/form/field';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import type { BenchmarkedMeasure } from '@/db/queries/measure/benchmarks';
import type { CheckedEntry } from '@/lib/benchmark/benchmark-form';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { units } from '@/lib/measure/measure';
import { BenchmarkCheck } from './benchmark-check';

type Props = {
  measure: BenchmarkedMeasure;
  /** The series that figures are added to; null for a new one. */
  here: { name: string; figures: string } | null;
  /** What the fields hold when the form is opened. */
  opened: Record<string, string>;
  fresh: string;
  enter: FormAction;
};

/** Figures of others as they are typed or pasted; what was understood is shown before it is saved. */
export function BenchmarkForm({ measure, here, opened, fresh, enter }: Props) {
  const [state, send] = useActionState(enter, null);
  const typed: Record<string, string | undefined> = state?.typed ?? opened;
  const entry = state?.done && typed.checked ? (JSON.parse(typed.checked) as CheckedEntry) : null;
  const problem = (field: string) => problemOf(state, field);
  const wrongLines = state?.problems.filter(({ field }) => field === 'figures').map(({ sentence }) => sentence);
  return (
    <form action={send} className="benchmark-form" noValidate>
      <ErrorSummary problems={state?.problems ?? []} />
      <FormKey state={state} fresh={fresh} />
      <input type="hidden" name="code" value={measure.code} />
      {here && <input type="hidden" name="name" value={here.name} />}
      {entry && (
        <>
          <input type="hidden" name="checked" value={typed.checked} />
          <BenchmarkCheck entry={entry} measure={measure} changed={state?.done === 'changed'} />
          <h2>Or change what you typed</h2>
        </>
      )}
      {!here && (
        <Field name="name" label="Whose figures are they?" hint="For example, England" problem={problem('name')}>
          {(attributes) => <input {...attributes} name="name" autoComplete="off" defaultValue={typed.name} />}
        </Field>
      )}
      <Field
        name="figures"
        label="Figures"
        {...(wrongLines?.length && { problem: wrongLines.join(' ') })}
        hint={
          <>
            In the unit of the measure ({units[measure.unit].column}). One a line: the period, a comma, the figure. Or
            paste columns from a spreadsheet.{' '}
            {here &&
              `What is here (${here.figures}) stays: a figure is replaced only by one that ends on the same day.`}
            <span className="examples">
              <span>2017/18, 76.4</span>
              <span>Apr 2018, 76.4</span>
              <span>1 April 2017, 31 March 2018, 76.4</span>
            </span>
          </>
        }
      >
        {(attributes) => (
          <textarea
            {...attributes}
            name="figures"
            rows={8}
            spellCheck={false}
            autoComplete="off"
            defaultValue={typed.figures}
          />
        )}
      </Field>
      <Field
        name="source"
        label="Where do they come from?"
        hint="The publication and its table, so that a reader can find them"
        problem={problem('source')}
      >
        {(attributes) => <input {...attributes} name="source" autoComplete="off" defaultValue={typed.source} />}
      </Field>
      <FieldGroup name="alike" legend="Are they counted like this measure?" problem={problem('alike')}>
        <div>
          {choices.map(({ value, text }) => (
            <label key={value} className="choice">
              <input type="radio" name="alike" value={value} defaultChecked={typed.alike === value} /> {text}
            </label>
          ))}
        </div>
      </FieldGroup>
      <Field
        name="note"
        label="How alike are they?"
        hint="One sentence that everybody can read, such as “The same definition, for all councils in England”"
        problem={problem('note')}
      >
        {(attributes) => <textarea {...attributes} name="note" rows={2} defaultValue={typed.note} />}
      </Field>
      <SubmitButton className={entry ? 'button secondary' : 'button'} busy="Checking…" name="intent" value="check">
        {entry ? 'Check again' : 'Check'}
      </SubmitButton>
    </form>
  );
}

const choices = [
  { value: 'yes', text: 'Yes, by the same definition: they are compared' },
  { value: 'no', text: 'No, or not quite: they are shown and not compared' },
];
