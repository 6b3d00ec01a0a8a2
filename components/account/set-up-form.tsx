'use client';

import { type InputHTMLAttributes, type ReactNode, useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, type FormState, problemOf } from '@/lib/form/form-state';
import { passwordFields } from '@/lib/people/password-fields';
import { NewPassword } from './password-form';

const { first, again } = passwordFields;

/** `licence` is what that field begins with. */
type Props = { action: FormAction; token: string; licence: string };

/** The council and its first administrator, on one page; what was typed is kept when something is wrong. */
export function SetUpForm({ action, token, licence }: Props) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="form">
      <ErrorSummary problems={state?.problems ?? []} />
      <input type="hidden" name="token" value={token} />
      <section className="ruled" aria-labelledby="council-title">
        <h2 id="council-title">The council</h2>
        <Text state={state} name="council" label="What is the council called?" autoComplete="organization" />
        <Text
          state={state}
          name="contact"
          type="email"
          label="Where do residents write about a figure?"
          hint="An e-mail address. It is public."
          spellCheck={false}
        />
        <Text
          state={state}
          name="areaCode"
          label="Area code (optional)"
          hint="The nine characters of the Office for National Statistics, such as E06000057."
          className="short"
          spellCheck={false}
        />
        <Text
          state={state}
          name="licence"
          label="Under which licence are figures published?"
          hint="The Open Government Licence lets anybody use them who says where they are from."
          usual={licence}
        />
      </section>
      <section className="ruled" aria-labelledby="administrator-title">
        <h2 id="administrator-title">The first administrator</h2>
        <p className="hint">
          This person is the performance officer as well, so that one person can set up the rest. Both roles can be
          given to others later.
        </p>
        <Text state={state} name="name" label="Name" autoComplete="name" />
        <Text
          state={state}
          name="email"
          type="email"
          label="E-mail address"
          hint="To sign in by."
          autoComplete="username"
          spellCheck={false}
        />
        <NewPassword name={first} label="Password" problem={problemOf(state, first)} />
        <Field name={again} label="The same password again" problem={problemOf(state, again)}>
          {(attributes) => <input {...attributes} type="password" name={again} autoComplete="new-password" />}
        </Field>
      </section>
      <SubmitButton busy="Setting up…">Set up the council</SubmitButton>
    </form>
  );
}

type TextProps = InputHTMLAttributes<HTMLInputElement> & {
  state: FormState | null;
  name: string;
  label: string;
  hint?: ReactNode;
  /** What the field begins with. */
  usual?: string;
};

/** A field for a line of text. */
function Text({ state, name, label, hint, usual = '', ...input }: TextProps) {
  return (
    <Field name={name} label={label} hint={hint} problem={problemOf(state, name)}>
      {(attributes) => <input {...attributes} {...input} name={name} defaultValue={state?.typed[name] ?? usual} />}
    </Field>
  );
}
