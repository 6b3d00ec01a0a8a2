import { Field } from '@/components/form/field';
import { type FormState, problemOf } from '@/lib/form/form-state';
import { actionFields } from '@/lib/reading/reading-fields';

type Props = { n: number; typed: Record<string, string | undefined>; state: FormState | null; focused: boolean };

/** One action: what is being done, by which role, by when. */
export function ActionFields({ n, typed, state, focused }: Props) {
  const { text, owner, due } = actionFields(n);
  return (
    <fieldset className="action">
      <legend>Action {n}</legend>
      <Field name={text} label="What will be done" problem={problemOf(state, text)}>
        {(attributes) => (
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field.
          <textarea {...attributes} name={text} rows={2} autoFocus={focused} defaultValue={typed[text]} />
        )}
      </Field>
      <div className="pair">
        <Field name={owner} label="Who owns it (a role, not a name)" problem={problemOf(state, owner)}>
          {(attributes) => <input {...attributes} name={owner} autoComplete="off" defaultValue={typed[owner]} />}
        </Field>
        <Field name={due} label="By when" hint="For example, 30 September 2018" problem={problemOf(state, due)}>
          {(attributes) => (
            <input {...attributes} className="date" name={due} autoComplete="off" defaultValue={typed[due]} />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
