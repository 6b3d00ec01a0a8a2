'use client';

import { MomentFields } from '@/components/form/moment-fields';
import { StepForm } from '@/components/form/step-form';
import type { FormAction } from '@/lib/form/form-state';
import type { ChecklistEntry } from '@/lib/release/release-checklist';
import { usualTime } from '@/lib/release/release-moment';
import { EditionFields } from './edition-fields';

type Props = {
  open: boolean;
  hidden: Record<string, string | number>;
  fresh: string;
  number: number;
  warnings: ChecklistEntry[];
  announce: FormAction;
};

/** Announces the next edition for a moment to come, when it publishes itself. */
export function AnnounceForm({ open, hidden, fresh, number, warnings, announce }: Props) {
  return (
    <StepForm
      step={announce}
      open={open}
      className="form"
      fold="Announce it for later instead"
      hidden={hidden}
      fresh={fresh}
      button={`Announce edition ${number}`}
      busy="Announcing…"
      secondary
      fields={(state) => (
        <>
          <p className="hint">
            The public reads the moment in the release calendar at once. What the edition shows is settled now: readings
            approved later go into the next one.
          </p>
          <MomentFields
            state={state}
            day="releaseDay"
            time="releaseTime"
            labels={{ day: 'Day of release', time: 'Time of release' }}
            initial={{ time: usualTime }}
          />
          <EditionFields state={state} warnings={warnings} asAt={null} prefix="announced" />
        </>
      )}
    />
  );
}
