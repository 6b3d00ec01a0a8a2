'use client';

import { StepForm } from '@/components/form/step-form';
import type { FormAction } from '@/lib/form/form-state';
import type { ChecklistEntry } from '@/lib/release/release-checklist';
import { EditionFields } from './edition-fields';

type Props = {
  open: boolean;
  hidden: Record<string, string | number>;
  fresh: string;
  number: number;
  asAt: string;
  warnings: ChecklistEntry[];
  publish: FormAction;
};

/** Publishes the next edition: its day, its note, and a reason beside each warning that is let stand. */
export function PublishForm({ open, hidden, fresh, number, asAt, warnings, publish }: Props) {
  return (
    <StepForm
      step={publish}
      open={open}
      className="form"
      hidden={hidden}
      fresh={fresh}
      button={`Publish edition ${number}`}
      busy="Publishing…"
      fields={(state) => <EditionFields state={state} warnings={warnings} asAt={asAt} />}
    />
  );
}
