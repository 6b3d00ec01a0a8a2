'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import { type FormAction, problemOf } from '@/lib/form/form-state';

type Choice = { start: string; label: string };

type Props = {
  code: string;
  /** The periods at which a new baseline may begin, and where one does, with its reason. */
  periods: Choice[];
  rebases: (Choice & { reason: string })[];
  rebase: FormAction;
  removeRebase: FormAction;
  fresh: string;
};

/** The rebases of a measure: each period with a way to take its rebase back, and a form for another one. */
export function RebaseForm({ code, periods, rebases, rebase, removeRebase, fresh }: Props) {
  return (
    <div className="baselines">
      <p>
        A new baseline works out the mean and the limits anew from a period on. It belongs where something was done
        differently and is to stay so, not where a figure is awkward.
      </p>
      {rebases.length > 0 && (
        <ul>
          {rebases.map(({ start, label, reason }) => (
            <li key={start}>
              <b>{label}</b>: {reason}
              <RemoveForm code={code} start={start} label={label} remove={removeRebase} fresh={fresh} />
            </li>
          ))}
        </ul>
      )}
      {periods.length === 0 && (
        <p>A new baseline can begin once a second period has an approved figure and no baseline of its own.</p>
      )}
      <StepForm
        step={rebase}
        open={periods.length > 0}
        className="form"
        hidden={{ code }}
        fresh={fresh}
        button="Begin a new baseline here"
        busy="Beginning…"
        secondary
        fields={(state) => (
          <>
            <Field
              name="baselineStart"
              label="The first period of the new baseline"
              problem={problemOf(state, 'baselineStart')}
            >
              {(attributes) => (
                // A form that comes back is emptied: the key makes what was chosen the select's own beginning.
                <select
                  {...attributes}
                  key={state?.typed.baselineStart}
                  name="baselineStart"
                  defaultValue={state?.typed.baselineStart ?? ''}
                >
                  <option value="">Choose a period</option>
                  {periods.map(({ start, label }) => (
                    <option key={start} value={start}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field
              name="baselineReason"
              label="What changed?"
              hint="Everybody reads this beside the chart, with the next edition."
              problem={problemOf(state, 'baselineReason')}
            >
              {(attributes) => (
                <textarea {...attributes} name="baselineReason" rows={2} defaultValue={state?.typed.baselineReason} />
              )}
            </Field>
          </>
        )}
      />
    </div>
  );
}

type RemoveProps = Choice & { code: string; remove: FormAction; fresh: string };

/** Takes one baseline back. */
function RemoveForm({ code, start, label, remove, fresh }: RemoveProps) {
  const field = `remove-${start}`;
  return (
    <StepForm
      step={remove}
      open
      className="form"
      fold={`Take the baseline of ${label} back`}
      hidden={{ code, periodStart: start }}
      fresh={fresh}
      button="Take it back"
      busy="Taking it back…"
      secondary
      fields={(state) => (
        <Field
          name={field}
          label="Why is it taken back?"
          hint="The history of the measure tells this."
          problem={problemOf(state, field)}
        >
          {(attributes) => <textarea {...attributes} name="reason" rows={2} defaultValue={state?.typed.reason} />}
        </Field>
      )}
    />
  );
}
