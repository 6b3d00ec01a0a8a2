'use client';

import { Link } from '@/components/frame/link';
import type { KeptMeasure } from '@/db/queries/framework/measure';
import type { FormAction } from '@/lib/form/form-state';
import type { MeasureChoices } from '@/lib/framework/measure-choices';
import { newMeasure } from '@/lib/measure/new-measure';
import { AreaField, LineField } from './framework-fields';
import { FrameworkForm } from './framework-form';
import { MeasureJudging } from './measure-changeable-fields';
import { MeasureCounting } from './measure-fixed-fields';

type Props = {
  /** The address of its service. */
  service: string;
  /** The measure that is changed; null for a new one. */
  measure: KeptMeasure | null;
  opened: Record<string, string>;
  choices: MeasureChoices;
  fresh: string;
  step: FormAction;
};

/** Everything that is kept of a measure; once it has readings, only what does not touch how they were counted. */
export function MeasureForm({ service, measure, opened, choices, fresh, step }: Props) {
  const isCounted = measure?.hasReadings ?? false;
  return (
    <FrameworkForm
      step={step}
      opened={{ ...newMeasure, scale: '', ...opened }}
      hidden={hiddenFields(service, measure)}
      fresh={fresh}
      save={measure ? 'Save the change' : 'Add the measure'}
      back={
        measure
          ? { href: `/settings/measures/${measure.draft.code}`, text: 'Leave it as it is' }
          : { href: `/settings/measures?service=${service}`, text: 'Back to the measures' }
      }
    >
      {(state) => (
        <>
          {isCounted && (
            <p className="notice">
              Figures of this measure are here already, so what they were counted by stays: its unit, period, first
              month and sum. Its words are mended or redefined on the page before this one.
            </p>
          )}
          <h2>What it is called</h2>
          {!isCounted && (
            <>
              <LineField state={state} name="title" label="Title" hint="As it stands in the scorecard" />
              <AreaField
                state={state}
                name="definition"
                label="What exactly is counted?"
                hint="In words that a resident understands: who or what is counted, and what is left out"
                rows={3}
              />
            </>
          )}
          <div className="pair">
            <LineField
              state={state}
              name="number"
              label="Number in the report"
              look="short"
              {...(measure && {
                hint: (
                  <>
                    To change places,{' '}
                    <Link href={`/settings/measures/order?service=${service}`}>put them in order</Link>
                  </>
                ),
              })}
            />
            {!measure?.isPublished && (
              <LineField
                state={state}
                name="code"
                label="Code"
                hint="Its address; it stays once an edition has shown it"
                look="short"
              />
            )}
          </div>
          {measure?.isPublished && (
            <p className="hint">
              Its page is /measures/{measure.draft.code}. Editions have shown it there, so its code stays.
            </p>
          )}
          {!isCounted && <MeasureCounting state={state} choices={choices} />}
          <MeasureJudging state={state} choices={choices} />
          <h2>Where it comes from</h2>
          <AreaField
            state={state}
            name="source"
            label="Where do its figures come from? (optional)"
            hint="The public reads this on the page of the measure"
          />
          <LineField
            state={state}
            name="ownerRole"
            label="Which role answers for them? (optional)"
            hint="A role, not a name, such as Head of Fostering"
          />
          <AreaField
            state={state}
            name="notes"
            label="What must a reader know beside its figures? (optional)"
            hint="A sentence on each line. They stand under the measure on the scorecard until you change them"
          />
          {measure && (
            <AreaField
              state={state}
              name="reason"
              label="Why does it change?"
              hint="The history of the measure tells this"
            />
          )}
        </>
      )}
    </FrameworkForm>
  );
}

/** What stays as it is once a reading exists, by the names of its fields. */
const counted = [
  'title',
  'definition',
  'unit',
  'decimals',
  'polarity',
  'frequency',
  'startMonth',
  'window',
  'since',
  'requiredFrom',
  'scale',
  'numeratorLabel',
  'denominatorLabel',
  'countsPeople',
  'periodsAddUp',
];

function hiddenFields(service: string, measure: KeptMeasure | null): Record<string, string> {
  if (!measure) return { service };
  const { draft, hasReadings, isPublished, typed, was } = measure;
  const staying = Object.entries(typed).filter(
    ([name]) => (hasReadings && counted.includes(name)) || (isPublished && name === 'code'),
  );
  return { ...Object.fromEntries(staying), measure: draft.code, was: JSON.stringify(was) };
}
