'use client';

import { LineField } from '@/components/framework/framework-fields';
import { FrameworkForm } from '@/components/framework/framework-form';
import type { FormAction } from '@/lib/form/form-state';

type Props = {
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

/** A bank holiday by proclamation that is entered. */
export function HolidayForm({ kept, fresh, step }: Props) {
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? {}}
      fresh={fresh}
      save="Enter the bank holiday"
      back={{ href: '/settings/calendar', text: 'Back to the calendar' }}
    >
      {(state) => (
        <>
          <LineField state={state} name="day" label="Which day?" hint="For example, 8 May 2023" look="date" />
          <LineField
            state={state}
            name="name"
            label="What is it for?"
            hint="As it was proclaimed, such as “Coronation of King Charles III”"
          />
          <LineField
            state={state}
            name="insteadOf"
            label="Does it take the place of a usual one? (optional)"
            hint="The day of that one, which is a working day then"
            look="date"
          />
        </>
      )}
    </FrameworkForm>
  );
}
