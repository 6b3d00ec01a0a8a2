'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Props = { from: 'settings' | 'work'; kept: string | undefined; fresh: string; paste: FormAction };

/** A table or a report as text, where there is no file. */
export function PasteForm({ from, kept, fresh, paste }: Props) {
  const [state, send] = useActionState(paste, null);
  const problems = state?.problems ?? [];
  const text = state?.typed.text ?? kept;
  return (
    <form action={send} noValidate>
      <ErrorSummary problems={problems} />
      <FormKey state={state} fresh={fresh} />
      <input type="hidden" name="from" value={from} />
      <details className="aside-question" open={problems.length > 0 || text !== undefined}>
        <summary>Paste a table or a report instead</summary>
        <Field
          name="text"
          label="Which text?"
          hint="Cells copied from a spreadsheet, or the words of a report. What cannot be read is named; nothing is guessed."
          problem={problemOf(state, 'text')}
        >
          {(attributes) => (
            <textarea {...attributes} className="pasted" name="text" rows={10} defaultValue={text} spellCheck={false} />
          )}
        </Field>
        <SubmitButton className="button secondary" busy="Reading…">
          Read the text
        </SubmitButton>
      </details>
    </form>
  );
}
