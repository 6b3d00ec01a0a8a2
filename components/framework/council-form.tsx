'use client';

import type { KeptCouncil } from '@/db/queries/framework/council';
import type { FormAction } from '@/lib/form/form-state';
import { LineField } from './framework-fields';
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

/** What is kept of the council itself. */
export function CouncilForm({ council: { words, was }, usual, kept, fresh, step }: Props) {
  const { name, contact, areaCode, licence } = words;
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? { council: name, contact, areaCode: areaCode ?? '', licence: licence ?? usual }}
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
        </>
      )}
    </FrameworkForm>
  );
}
