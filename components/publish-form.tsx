'use client';

import { type FormAction, problemOf } from '../lib/form-state';
import type { Finding } from '../lib/readiness';
import { Field, FieldGroup } from './field';
import { StepForm } from './step-form';

type Props = {
  open: boolean;
  hidden: Record<string, string | number>;
  fresh: string;
  number: number;
  asAt: string;
  warnings: Finding[];
  publish: FormAction;
};

/** Publishes the next edition: its day, its note, and a reason beside each warning that is let stand. */
export function PublishForm({ open, hidden, fresh, number, asAt, warnings, publish }: Props) {
  return (
    <StepForm
      step={publish}
      open={open}
      className="form"
      hidden={hidden}
      fresh={fresh}
      button={`Publish edition ${number}`}
      busy="Publishing…"
      fields={(state) => (
        <>
          {warnings.length > 0 && (
            <FieldGroup
              name="warnings"
              legend="Warnings that you let stand"
              hint="Mend each, or say why it may stand. Your reasons are kept in the history."
            >
              {warnings.map(({ id, sentence, href }, index) => (
                <Field
                  key={id}
                  name={`reason${index + 1}`}
                  label={sentence}
                  hint={<a href={href}>See where it is mended</a>}
                  problem={problemOf(state, `reason${index + 1}`)}
                >
                  {(told) => (
                    <>
                      <input type="hidden" name="finding" value={id} />
                      <input
                        {...told}
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
            name="asAt"
            label="As at"
            hint="The day that the scorecard speaks of. For example, 17 August 2018"
            problem={problemOf(state, 'asAt')}
          >
            {(told) => (
              <input
                {...told}
                className="date"
                name="asAt"
                autoComplete="off"
                defaultValue={state?.typed.asAt ?? asAt}
              />
            )}
          </Field>
          <Field
            name="note"
            label="Note for readers (optional)"
            hint="Stands at the head of the edition, for everybody."
            problem={problemOf(state, 'note')}
          >
            {(told) => <textarea {...told} name="note" rows={2} defaultValue={state?.typed.note} />}
          </Field>
        </>
      )}
    />
  );
}
