'use client';

import { Field } from '@/components/form/field';
import type { KeptMeasure } from '@/db/queries/framework/measure';
import { EffectStep } from './effect-step';
import { AreaField, LineField, SelectField } from './framework-fields';
import type { MeasureSteps } from './measure-kept';

type Props = { measure: KeptMeasure; fresh: string; steps: MeasureSteps };

/** Each change of a measure that is a step of its own, folded away under what it is for, with its effect before it is taken. */
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
        <EffectStep
          step={steps.mend}
          fold="Mend a slip in its words"
          opened={{ title, definition }}
          hidden={{ code, wasTitle: title, wasDefinition: definition }}
          fresh={fresh}
          save="Mend the slip"
        >
          {(state) => (
            <>
              <p>A few letters, and no number: what is counted stays the same. The next edition has the new words.</p>
              <LineField state={state} name="title" label="Title" />
              <AreaField state={state} name="definition" label="What is counted" rows={3} />
              <AreaField state={state} name="mendReason" label="What was the slip?" hint="The history tells this" />
            </>
          )}
        </EffectStep>
      )}
      {hasReadings && <NewDefinition measure={measure} fresh={fresh} step={steps.redefine} choices={choices} />}
      {hasReadings && (
        <EffectStep
          step={steps.breakAt}
          fold="Record a break in its series"
          hidden={{ code }}
          fresh={fresh}
          save="Record the break"
        >
          {(state) => (
            <>
              <p>
                Figures from a period on are not alike with those before: the next edition says so and compares nothing
                across it. It can be taken back until then.
              </p>
              <SelectField state={state} name="breakStart" label="From which period?" choices={choices} />
              <AreaField
                state={state}
                name="breakReason"
                label="Why are they not alike?"
                hint="The public reads this"
              />
            </>
          )}
        </EffectStep>
      )}
      {breaks.map(({ start, label, reason }) => (
        <EffectStep
          key={start}
          step={steps.takeBack}
          fold={`Take the break of ${label} back`}
          hidden={{ code, periodStart: start }}
          fresh={fresh}
          save="Take the break back"
        >
          {({ typed, problem }) => (
            <>
              <p>“{reason}” Only a break that no edition has told of can be taken back.</p>
              <Field
                name={`unbreak-${start}`}
                label="Why is it taken back?"
                hint="The history tells this"
                problem={problem(`unbreak-${start}`)}
              >
                {(attributes) => <textarea {...attributes} name="reason" rows={2} defaultValue={typed.reason} />}
              </Field>
            </>
          )}
        </EffectStep>
      ))}
      <EffectStep step={steps.retire} fold="Retire it" hidden={{ code }} fresh={fresh} save="Retire the measure" danger>
        {(state) => (
          <>
            <p>
              After its last day no edition has it, and no figure is asked for. What was published stays, and the page
              of the measure tells why it went. It can be taken back until an edition is out without it.
            </p>
            <LineField state={state} name="retiredOn" label="What is its last day?" look="date" />
            <AreaField state={state} name="retireReason" label="Why is it retired?" hint="The public reads this" />
            <LineField state={state} name="retireDecidedBy" label="Who decided it?" />
            <LineField state={state} name="retireDecidedOn" label="On which day?" look="date" />
          </>
        )}
      </EffectStep>
    </div>
  );
}

type DefinitionProps = {
  measure: KeptMeasure;
  fresh: string;
  step: MeasureSteps['redefine'];
  choices: { value: string; text: string }[];
};

/** A new definition from a period on; of a measure that is worked out of two numbers, with what each of them counts. */
function NewDefinition({ measure, fresh, step, choices }: DefinitionProps) {
  const { code, title, definition, scale, numeratorLabel, denominatorLabel } = measure.draft;
  const labels = { newNumerator: numeratorLabel ?? '', newDenominator: denominatorLabel ?? '' };
  return (
    <EffectStep
      step={step}
      fold="Give it a new definition"
      opened={{ newTitle: title, newDefinition: definition, ...labels }}
      hidden={{ code }}
      fresh={fresh}
      save="Keep the new definition"
    >
      {(state) => (
        <>
          <p>
            Figures from a period on are counted by it. Those before keep the old one, and the two are never compared.
            No figure from there on may have been approved.
          </p>
          <SelectField state={state} name="from" label="From which period?" choices={choices} />
          <LineField state={state} name="newTitle" label="Title" />
          <AreaField state={state} name="newDefinition" label="What is counted from then on?" rows={3} />
          {scale !== null && (
            <>
              <LineField state={state} name="newNumerator" label="What does the first number count?" />
              <LineField state={state} name="newDenominator" label="Out of what?" />
            </>
          )}
          <AreaField state={state} name="redefineReason" label="Why does it change?" hint="The public reads this" />
          <LineField state={state} name="decidedBy" label="Who decided it?" />
          <LineField state={state} name="decidedOn" label="On which day?" look="date" />
        </>
      )}
    </EffectStep>
  );
}

/** A retirement that no edition has told of is taken back. */
export function TakeRetirementBackForm({
  code,
  fresh,
  step,
}: {
  code: string;
  fresh: string;
  step: MeasureSteps['bringBack'];
}) {
  return (
    <div className="measure-steps">
      <EffectStep step={step} fold="Take the retirement back" hidden={{ code }} fresh={fresh} save="Take it back">
        {(state) => (
          <>
            <p>No edition has told the public that it is retired. It counts as before, and the history keeps both.</p>
            <AreaField state={state} name="backReason" label="Why is it taken back?" hint="The history tells this" />
          </>
        )}
      </EffectStep>
    </div>
  );
}
