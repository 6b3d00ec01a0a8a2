'use client';

import { AreaField, LineField, RadioField } from '@/components/framework/framework-fields';
import { FrameworkForm } from '@/components/framework/framework-form';
import { openedDecision } from '@/lib/disclosure/decision/decision-entry';
import type { Policy } from '@/lib/disclosure/policy';
import type { FormAction } from '@/lib/form/form-state';

type Props = {
  /** What the decision is about: a measure's code, or a service's address. */
  place: { code: string } | { service: string };
  /** The newest decision of its own, from which the form starts; null where there is none. */
  own: (Policy & { id: number }) | null;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  back: string;
  step: FormAction;
};

const methods = [
  {
    value: 'hide',
    text: 'Hide small counts',
    hint: 'The public and councillors read [c] instead, and nothing from which the count could be worked out.',
  },
  {
    value: 'show',
    text: 'Show every count',
    hint: 'Where nobody can be recognised by it, or where the law has it published.',
  },
];

/** What was decided on small counts: hidden or shown, up to which count, why, by whom and when. */
export function DecisionForm({ place, own, kept, fresh, back, step }: Props) {
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? openedDecision(own)}
      hidden={{ ...place, was: String(own?.id ?? 0) }}
      fresh={fresh}
      save="Save the decision"
      back={{ href: back, text: 'Leave it as it is' }}
    >
      {(state) => (
        <>
          <RadioField state={state} name="method" label="What happens to small counts?" choices={methods} />
          <LineField
            state={state}
            name="threshold"
            label="Up to which count is a count small?"
            hint="From 1 to 20. With 5, counts from 1 to 5 are small; 0 is shown"
            look="short"
          />
          <AreaField state={state} name="reason" label="Why?" hint="Stands in the history, and beside the measure" />
          <LineField
            state={state}
            name="decidedBy"
            label="Who decided it?"
            hint="A role or a body, such as Data protection officer or Cabinet"
          />
          <LineField
            state={state}
            name="decidedOn"
            label="On which day?"
            hint="For example, 30 September 2018"
            look="date"
          />
        </>
      )}
    </FrameworkForm>
  );
}
