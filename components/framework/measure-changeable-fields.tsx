'use client';

import { FieldGroup } from '@/components/form/field';
import type { MeasureChoices } from '@/lib/framework/measure-choices';
import { AreaField, LineField, SelectField, TickField } from './framework-fields';
import type { FieldState } from './framework-form';

/** When a figure is due, what it is compared with, and why it has no target: what may change at any time. */
export function MeasureJudging({ state, choices }: { state: FieldState; choices: MeasureChoices }) {
  return (
    <>
      <h2>When it is due, and what it is compared with</h2>
      <LineField
        state={state}
        name="lagDays"
        label="How many days after its period is a figure due?"
        hint="Such as 20. The day after that it is overdue."
        look="short"
      />
      <SelectField
        state={state}
        name="comparator"
        label="The latest figure is compared with"
        choices={choices.comparator}
      />
      <LineField
        state={state}
        name="noChangeBand"
        label="Up to which difference is it no change? (optional)"
        hint="In its own unit. Where none is given, only equal figures are no change."
        look="short"
      />
      <FieldGroup name="judged" legend="It also holds that" problem={state.problem('outsideHundred')}>
        <TickField
          state={state}
          name="compareStored"
          label="figures are compared as they are stored, not as they are shown"
        />
        <TickField
          state={state}
          name="digitsFollow"
          label="a whole figure is shown without decimals (98 beside 99.7)"
        />
        <TickField state={state} name="outsideHundred" label="the percentage may be below 0% or above 100%" />
      </FieldGroup>
      <AreaField
        state={state}
        name="whyNoTarget"
        label="If it has no target, why not? (optional)"
        hint="Completes “No target is set, because …”, such as “the measure is new”"
      />
    </>
  );
}
