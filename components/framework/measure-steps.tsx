'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import type { KeptMeasure } from '@/db/queries/framework/measure';
import { type FormState, problemOf } from '@/lib/form/form-state';
import { AreaField, LineField, SelectField } from './framework-fields';
import type { FieldState } from './framework-form';
import type { MeasureSteps } from './measure-kept';

type Props = { measure: KeptMeasure; fresh: string; steps: MeasureSteps };

const stateOf = (state: FormState | null, opened: Record<string, string> = {}): FieldState => ({
  typed: state?.typed ?? opened,
  problem: (field) => problemOf(state, field),
});

/** Each change of a measure that is a step of its own, folded away under what it is for. */
export function MeasureStepForms({ measure, fresh, steps }: Props) {
  const { draft, breaks, periods, hasReadings, version } = measure;
  const { code, title, definition } = draft;
  const choices = [
    { value: '', text: 'Choose a period' },
    ...periods.map(({ start, label }) => ({ value: start, text: label })),
  ];
  return (
    <div className="measure-steps">
      {version === 1 && hasReadings && (
        <StepForm
          step={steps.mend}
          open
          className="form"
          fold="Mend a slip in its words"
          hidden={{ code, wasTitle: title, wasDefinition: definition }}
          fresh={fresh}
          button="Mend the slip"
          busy="Mending…"
          secondary
          fields={(state) => {
            const own = stateOf(state, { title, definition });
            return (
              <>
                <p>A few letters, and no number: what is counted stays the same. The next edition has the new words.</p>
                <LineField state={own} name="title" label="Title" />
                <AreaField state={own} name="definition" label="What is counted" rows={3} />
                <AreaField state={own} name="mendReason" label="What was the slip?" hint="The history tells this" />
              </>
            );
          }}
        />
      )}
      {hasReadings && (
        <StepForm
          step={steps.redefine}
          open
          className="form"
          fold="Give it a new definition"
          hidden={{ code }}
          fresh={fresh}
          button="Keep the new definition"
          busy="Keeping…"
          secondary
          fields={(state) => {
            const own = stateOf(state, { newTitle: title, newDefinition: definition });
            return (
              <>
                <p>
                  Figures from a period on are counted by it. Those before keep the old one, and the two are never
                  compared. No figure from there on may have been approved.
                </p>
                <SelectField state={own} name="from" label="From which period?" choices={choices} />
                <LineField state={own} name="newTitle" label="Title" />
                <AreaField state={own} name="newDefinition" label="What is counted from then on?" rows={3} />
                <AreaField state={own} name="redefineReason" label="Why does it change?" hint="The public reads this" />
                <LineField state={own} name="decidedBy" label="Who decided it?" />
                <LineField state={own} name="decidedOn" label="On which day?" look="date" />
              </>
            );
          }}
        />
      )}
      {hasReadings && (
        <StepForm
          step={steps.breakAt}
          open
          className="form"
          fold="Record a break in its series"
          hidden={{ code }}
          fresh={fresh}
          button="Record the break"
          busy="Recording…"
          secondary
          fields={(state) => {
            const own = stateOf(state);
            return (
              <>
                <p>
                  Figures from a period on are not alike with those before: the next edition says so and compares
                  nothing across it. It can be taken back until then.
                </p>
                <SelectField state={own} name="breakStart" label="From which period?" choices={choices} />
                <AreaField
                  state={own}
                  name="breakReason"
                  label="Why are they not alike?"
                  hint="The public reads this"
                />
              </>
            );
          }}
        />
      )}
      {breaks.map(({ start, label, reason }) => (
        <StepForm
          key={start}
          step={steps.takeBack}
          open
          className="form"
          fold={`Take the break of ${label} back`}
          hidden={{ code, periodStart: start }}
          fresh={fresh}
          button="Take it back"
          busy="Taking it back…"
          secondary
          fields={(state) => (
            <>
              <p>“{reason}” Only a break that no edition has told of can be taken back.</p>
              <Field
                name={`unbreak-${start}`}
                label="Why is it taken back?"
                hint="The history tells this"
                problem={problemOf(state, `unbreak-${start}`)}
              >
                {(attributes) => <textarea {...attributes} name="reason" rows={2} defaultValue={state?.typed.reason} />}
              </Field>
            </>
          )}
        />
      ))}
      <StepForm
        step={steps.retire}
        open
        className="form"
        fold="Retire it"
        hidden={{ code }}
        fresh={fresh}
        button="Retire the measure"
        busy="Retiring…"
        danger
        fields={(state) => {
          const own = stateOf(state);
          return (
            <>
              <p>
                After its last day no edition has it, and no figure is asked for. What was published stays, and the page
                of the measure tells why it went. It cannot be brought back.
              </p>
              <LineField state={own} name="retiredOn" label="What is its last day?" look="date" />
              <AreaField state={own} name="retireReason" label="Why is it retired?" hint="The public reads this" />
              <LineField state={own} name="retireDecidedBy" label="Who decided it?" />
              <LineField state={own} name="retireDecidedOn" label="On which day?" look="date" />
            </>
          );
        }}
      />
    </div>
  );
}
