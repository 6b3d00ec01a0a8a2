import { Field, FieldGroup } from '@/components/form/field';
import { type FormState, problemOf } from '@/lib/form/form-state';
import type { ChecklistEntry } from '@/lib/release/release-checklist';

type Props = {
  state: FormState | null;
  warnings: ChecklistEntry[];
  /** The day that the form begins with; null where the person has to type it. */
  asAt: string | null;
  /** Begins the fields' ids, where a page asks for an edition twice. */
  prefix?: string;
};

/** What the next edition is to be: a reason beside each warning that is let stand, its day, its note. */
export function EditionFields({ state, warnings, asAt, prefix = '' }: Props) {
  const named = (field: string) => (prefix ? `${prefix}-${field}` : field);
  const problem = (field: string) => problemOf(state, named(field));
  return (
    <>
      {warnings.length > 0 && (
        <FieldGroup
          name={named('warnings')}
          legend="Warnings"
          hint="Put each right, or say why you publish without. Your reasons are kept in the history."
        >
          {warnings.map(({ id, sentence, href }, index) => (
            <Field
              key={id}
              name={named(`reason${index + 1}`)}
              label={sentence}
              hint={<a href={href}>Put it right</a>}
              problem={problem(`reason${index + 1}`)}
            >
              {(attributes) => (
                <>
                  <input type="hidden" name="finding" value={id} />
                  <input
                    {...attributes}
                    name="reason"
                    autoComplete="off"
                    defaultValue={state?.typed.reason?.split('\n')[index]}
                  />
                </>
              )}
            </Field>
          ))}
        </FieldGroup>
      )}
      <Field
        name={named('asAt')}
        label="As at"
        hint="The day that the scorecard speaks of. For example, 17 August 2018"
        problem={problem('asAt')}
      >
        {(attributes) => (
          <input
            {...attributes}
            className="date"
            name="asAt"
            autoComplete="off"
            defaultValue={state?.typed.asAt ?? asAt ?? undefined}
          />
        )}
      </Field>
      <Field
        name={named('note')}
        label="Note for readers (optional)"
        hint="Stands at the head of the edition, for everybody."
        problem={problem('note')}
      >
        {(attributes) => <textarea {...attributes} name="note" rows={2} defaultValue={state?.typed.note} />}
      </Field>
    </>
  );
}
