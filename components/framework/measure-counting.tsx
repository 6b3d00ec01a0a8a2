'use client';

import { FieldGroup } from '@/components/form/field';
import { unitWords, windowChoices } from '@/lib/framework/measure-words';
import { polarities, polarityWords, unitNames } from '@/lib/measure/measure';
import { monthName } from '@/lib/time/day';
import { frequencies, frequencyWords, windows } from '@/lib/time/period';
import { type Choice, LineField, RadioField, SelectField, TickField } from './framework-fields';
import type { FieldState } from './framework-form';

const choose: Choice = { value: '', text: 'Choose one' };
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const sums: Choice[] = [
  { value: '', text: 'Typed as it is' },
  { value: '1', text: 'One number divided by another' },
  { value: '100', text: 'One number out of another, as a percentage (× 100)' },
  { value: '1000', text: 'One number out of another, per 1,000' },
  { value: '10000', text: 'One number out of another, per 10,000' },
  { value: '100000', text: 'One number out of another, per 100,000' },
];

/** How the figures of a measure are counted: what stays once there is one. */
export function MeasureCounting({ state }: { state: FieldState }) {
  return (
    <>
      <h2>What its figure is</h2>
      <div className="pair">
        <SelectField
          state={state}
          name="unit"
          label="The figure is"
          choices={[choose, ...unitNames.map((unit) => ({ value: unit, text: unitWords(unit) }))]}
        />
        <SelectField
          state={state}
          name="decimals"
          label="Shown with"
          choices={Array.from({ length: 7 }, (_, count) => ({
            value: String(count),
            text: count === 1 ? '1 decimal' : `${count || 'no'} decimals`,
          }))}
        />
      </div>
      <SelectField
        state={state}
        name="polarity"
        label="Which way is better?"
        choices={[choose, ...polarities.map((one) => ({ value: one, text: capital(polarityWords[one]) }))]}
      />
      <SelectField
        state={state}
        name="scale"
        label="How does the figure come about?"
        hint="Two numbers make a figure that everybody can check"
        choices={sums}
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
        <SelectField
          state={state}
          name="frequency"
          label="How often is there a figure?"
          choices={[choose, ...frequencies.map((one) => ({ value: one, text: frequencyWords[one] }))]}
        />
        <SelectField
          state={state}
          name="startMonth"
          label="Its year begins in"
          choices={Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), text: monthName(index + 1) }))}
        />
      </div>
      <RadioField
        state={state}
        name="window"
        label="What does each figure cover?"
        choices={windows.map((window) => ({ value: window, text: windowChoices[window] }))}
      />
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
