'use client';

import type { ReactNode } from 'react';
import { Field, FieldGroup } from '@/components/form/field';
import type { FieldState } from './framework-form';

type Props = { state: FieldState; name: string; label: ReactNode; hint?: ReactNode };
export type Choice = { value: string; text: string; hint?: string };

/** A line of text; `look` says how wide the answer is. */
export function LineField({ state, name, label, hint, look }: Props & { look?: 'short' | 'date' }) {
  return (
    <Field name={name} label={label} hint={hint} problem={state.problem(name)}>
      {(attributes) => (
        <input {...attributes} className={look} name={name} autoComplete="off" defaultValue={state.typed[name]} />
      )}
    </Field>
  );
}

/** A text of some lines. */
export function AreaField({ state, name, label, hint, rows = 2 }: Props & { rows?: number }) {
  return (
    <Field name={name} label={label} hint={hint} problem={state.problem(name)}>
      {(attributes) => <textarea {...attributes} name={name} rows={rows} defaultValue={state.typed[name]} />}
    </Field>
  );
}

/** One of a list. */
export function SelectField({ state, name, label, hint, choices }: Props & { choices: Choice[] }) {
  return (
    <Field name={name} label={label} hint={hint} problem={state.problem(name)}>
      {(attributes) => (
        // A form that comes back is emptied: the key makes what was chosen the select's own beginning.
        <select {...attributes} key={state.typed[name]} name={name} defaultValue={state.typed[name] ?? ''}>
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, each with a word of explanation; `beside` each other where the words are short. */
export function RadioField({
  state,
  name,
  label,
  hint,
  choices,
  beside,
}: Props & { choices: Choice[]; beside?: true }) {
  return (
    <FieldGroup name={name} legend={label} hint={hint} problem={state.problem(name)}>
      <div key={state.typed[name]} className={beside && 'choices-beside'}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input type="radio" name={name} value={choice.value} defaultChecked={state.typed[name] === choice.value} />
            <span>
              {choice.text}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Something that is so or not. */
export function TickField({ state, name, label }: Omit<Props, 'hint'>) {
  return (
    <label className="choice" key={state.typed[name]}>
      <input type="checkbox" id={name} name={name} value="yes" defaultChecked={state.typed[name] === 'yes'} />
      <span>{label}</span>
    </label>
  );
}
