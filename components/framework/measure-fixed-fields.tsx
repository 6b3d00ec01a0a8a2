'use client';

import { FieldGroup } from '@/components/form/field';
import type { MeasureChoices } from '@/lib/framework/measure-choices';
import { LineField, RadioField, SelectField, TickField } from './framework-fields';
import type { FieldState } from './framework-form';

/** How the figures of a measure are counted: what stays once there is one. */
export function MeasureCounting({ state, choices }: { state: FieldState; choices: MeasureChoices }) {
  return (
    <>
      <h2>What its figure is</h2>
      <div className="pair">
        <SelectField state={state} name="unit" label="The figure is" choices={choices.unit} />
        <SelectField state={state} name="decimals" label="Shown with" choices={choices.decimals} />
      </div>
      <SelectField state={state} name="polarity" label="Which way is better?" choices={choices.polarity} />
      <SelectField
        state={state}
        name="scale"
        label="How does the figure come about?"
        hint="Two numbers make a figure that everybody can check"
        choices={choices.scale}
      />
      <div className="pair">
        <LineField
          state={state}
          name="numeratorLabel"
          label="If of two numbers: what does the first count?"
          hint="Such as “started on time”, or “was|were placed” for one and for more"
        />
        <LineField state={state} name="denominatorLabel" label="Out of what?" hint="Such as “journeys”" />
      </div>
      <FieldGroup name="ticks" legend="It also holds that" problem={state.problem('outsideHundred')}>
        <TickField state={state} name="countsPeople" label="it counts people" />
        <TickField state={state} name="periodsAddUp" label="its periods add up to the year (counts, sums, money)" />
      </FieldGroup>
      <h2>When it is read</h2>
      <div className="pair">
        <SelectField state={state} name="frequency" label="How often is there a figure?" choices={choices.frequency} />
        <SelectField state={state} name="startMonth" label="Its year begins in" choices={choices.startMonth} />
      </div>
      <RadioField state={state} name="window" label="What does each figure cover?" choices={choices.window} />
      <LineField state={state} name="since" label="If since one day, since which?" look="date" />
      <LineField
        state={state}
        name="requiredFrom"
        label="From which month on is it wanted?"
        hint="The first month of its first period, such as April 2026"
        look="date"
      />
    </>
  );
}
