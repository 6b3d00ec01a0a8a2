'use client';

import { StepForm } from '@/components/form/step-form';
import type { FormAction } from '@/lib/form/form-state';
import { formatWeekday } from '@/lib/time/day';

type Props = { day: string; without: string[]; fresh: string; step: FormAction };

/** Takes a bank holiday away by which nothing was due yet, with what that would do. */
export function HolidayRemoval({ day, without, fresh, step }: Props) {
  return (
    <StepForm
      step={step}
      open
      className="form"
      fold={`Take ${formatWeekday(day)} away`}
      hidden={{ day }}
      fresh={fresh}
      button="Take it away"
      busy="Taking it away…"
      secondary
      fields={() => without.map((sentence) => <p key={sentence}>{sentence}</p>)}
    />
  );
}
