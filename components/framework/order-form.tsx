'use client';

import type { MeasureOrder } from '@/db/queries/framework/measure-order';
import type { FormAction } from '@/lib/form/form-state';
import { numberField } from '@/lib/framework/measure-order';
import { LineField } from './framework-fields';
import { FrameworkForm } from './framework-form';

type Props = {
  order: MeasureOrder;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

/** The numbers of a service's measures, each in a small field, saved together. */
export function OrderForm({ order, kept, fresh, step }: Props) {
  const { service, measures, was } = order;
  const opened = Object.fromEntries(measures.map(({ code, number }) => [numberField(code), String(number)]));
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? opened}
      hidden={{ service: service.slug, was: JSON.stringify(was) }}
      fresh={fresh}
      save="Save the order"
      back={{ href: `/settings/measures?service=${service.slug}`, text: 'Leave it as it is' }}
    >
      {(state) => (
        <div className="order-fields">
          {measures.map(({ code, title, retired }) => (
            <LineField
              key={code}
              state={state}
              name={numberField(code)}
              label={title}
              {...(retired && { hint: `Retired after ${retired}. It keeps a number, and no later edition has it.` })}
              look="short"
            />
          ))}
        </div>
      )}
    </FrameworkForm>
  );
}
