'use client';

import { LineField, SelectField } from '@/components/framework/framework-fields';
import { FrameworkForm } from '@/components/framework/framework-form';
import type { ThemePage } from '@/db/queries/framework/theme';
import type { FormAction } from '@/lib/form/form-state';

type Props = {
  page: ThemePage;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

/** The theme of a measure, taken from those that are there or written for the first time. */
export function ThemeForm({ page, kept, fresh, step }: Props) {
  const { code, theme, themes } = page;
  const names = [...new Set([...themes.map(({ name }) => name), ...(theme ? [theme] : [])])].sort();
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? { known: theme }}
      hidden={{ code, was: theme }}
      fresh={fresh}
      save="Save the theme"
      back={{ href: `/settings/measures/${code}`, text: 'Leave it as it is' }}
    >
      {(state) => (
        <>
          {names.length > 0 && (
            <SelectField
              state={state}
              name="known"
              label="Which theme?"
              hint="What it is read with across services"
              choices={[{ value: '', text: 'None' }, ...names.map((name) => ({ value: name, text: name }))]}
            />
          )}
          <LineField
            state={state}
            name="theme"
            label={names.length > 0 ? 'Or a new theme (optional)' : 'Theme (optional)'}
            hint={
              names.length > 0
                ? 'It counts instead of the choice above'
                : 'What it is read with across services, such as “Looked-after children”. Leave it empty for none.'
            }
          />
        </>
      )}
    </FrameworkForm>
  );
}
