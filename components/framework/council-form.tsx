'use client';

import type { KeptCouncil } from '@/db/queries/framework/council';
import type { FormAction } from '@/lib/form/form-state';
import { languageNames, languages } from '@/lib/translation/language';
import { LineField, RadioField } from './framework-fields';
import { FrameworkForm } from './framework-form';

type Props = {
  council: KeptCouncil;
  /** The licence that is usual, where none was named yet. */
  usual: string;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

const choices = languages.map((language) => ({
  value: language,
  text: languageNames[language],
  ...(language === 'cy' && { hint: 'A first translation that nobody has checked. Every page says so.' }),
}));

/** What is kept of the council itself. */
export function CouncilForm({ council: { words, was }, usual, kept, fresh, step }: Props) {
  const { name, contact, areaCode, licence, language } = words;
  return (
    <FrameworkForm
      step={step}
      opened={
        kept ?? {
          council: name,
          contact,
          areaCode: areaCode ?? '',
          licence: licence ?? usual,
          language: language ?? 'en',
        }
      }
      hidden={{ was: JSON.stringify(was) }}
      fresh={fresh}
      save="Save the change"
      back={{ href: '/settings', text: 'Leave it as it is' }}
    >
      {(state) => (
        <>
          <LineField state={state} name="council" label="What is the council called?" hint="As every page is headed" />
          <LineField
            state={state}
            name="contact"
            label="Where do residents write about a figure?"
            hint="An e-mail address. It is public."
          />
          <LineField
            state={state}
            name="areaCode"
            label="Area code (optional)"
            hint="The nine characters of the Office for National Statistics, such as E06000057"
            look="date"
          />
          <LineField
            state={state}
            name="licence"
            label="Under which licence are figures published?"
            hint={`Usually the ${usual}, which lets anybody use them who says where they are from`}
          />
          <RadioField
            state={state}
            name="language"
            label="In which language are the public pages’ own words?"
            hint="Headings, heads of columns, colours, buttons. What you write yourselves stays as you wrote it."
            choices={choices}
          />
        </>
      )}
    </FrameworkForm>
  );
}
