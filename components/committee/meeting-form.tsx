'use client';

import { AreaField, LineField, RadioField } from '@/components/framework/framework-fields';
import { FrameworkForm } from '@/components/framework/framework-form';
import type { FormAction } from '@/lib/form/form-state';

type Props = {
  slug: string;
  /** The day of the meeting that is changed; null for a new one. */
  day: string | null;
  /** Whether the meeting is over, so that all that can be said is that it did not take place. */
  over: boolean;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

/** A meeting that is added, or one that is moved or cancelled, with why. */
export function MeetingForm({ slug, day, over, kept, fresh, step }: Props) {
  const changes = [
    { value: 'move', text: 'It is moved to another day' },
    { value: 'cancel', text: over ? 'It did not take place' : 'It is cancelled' },
  ].filter(({ value }) => !over || value === 'cancel');
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? (over ? { change: 'cancel' } : {})}
      hidden={day ? { committee: slug, day } : { committee: slug }}
      fresh={fresh}
      save={day ? 'Save the change' : 'Add the meeting'}
      back={{ href: `/settings/committees/${slug}`, text: day ? 'Leave it as it is' : 'Back to the committee' }}
    >
      {(state) =>
        day ? (
          <>
            <RadioField state={state} name="change" label="What happens to this meeting?" choices={changes} />
            {over ? (
              <input type="hidden" name="to" value="" />
            ) : (
              <LineField
                state={state}
                name="to"
                label="If it is moved: to which day?"
                hint="For example, 13 September 2018"
                look="date"
              />
            )}
            <AreaField state={state} name="reason" label="Why?" hint="The public reads this, with today’s date" />
          </>
        ) : (
          <LineField
            state={state}
            name="day"
            label="On which day does it meet?"
            hint="For example, 6 September 2018"
            look="date"
          />
        )
      }
    </FrameworkForm>
  );
}
