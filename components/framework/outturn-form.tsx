'use client';

import type { OutturnPage } from '@/db/queries/framework/outturns';
import type { FormAction } from '@/lib/form/form-state';
import { AreaField, LineField, SelectField } from './framework-fields';
import { FrameworkForm } from './framework-form';

type Props = {
  page: OutturnPage;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

/** The final figure of a finished year, and where it comes from. */
export function OutturnForm({ page, kept, fresh, step }: Props) {
  const { code, unit, years, was } = page;
  const entered = years.some(({ value }) => value !== null);
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? { year: years[0]?.year ?? '' }}
      hidden={{ code, was: JSON.stringify(was) }}
      fresh={fresh}
      save="Check and save"
      back={{ href: `/settings/measures/${code}`, text: 'Leave it as it is' }}
    >
      {(state) => (
        <>
          <SelectField
            state={state}
            name="year"
            label="Of which year?"
            choices={years.map(({ year, name, value }) => ({ value: year, text: value ? `${name}: ${value}` : name }))}
          />
          <LineField
            state={state}
            name="value"
            label="What was the figure of the whole year?"
            hint={`In the unit of the measure (${unit}), as exactly as it is known`}
            look="short"
          />
          <AreaField
            state={state}
            name="source"
            label="Where does it come from?"
            hint="Such as “the statutory return of June 2026”"
          />
          {entered && (
            <AreaField
              state={state}
              name="reason"
              label="If another figure is entered for this year already: why does it change?"
              hint="The history of the measure tells this"
            />
          )}
          {!entered && <input type="hidden" name="reason" value="" />}
        </>
      )}
    </FrameworkForm>
  );
}
