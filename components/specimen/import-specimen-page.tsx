'use client';

import { ImportPage } from '@/components/bring-in/import-page';
import { lookingIn } from '@/lib/bring-in/check-address';
import type { FormState } from '@/lib/form/form-state';
import { fileSpecimen } from './file-specimen';
import { stateAddress, states } from './import-states';

/** Answers as a form does that sends nothing from here. */
const keep = async (): Promise<FormState> => ({ problems: [], typed: {} });

/** The page of a file that is brought in, in one of its states. */
export function ImportSpecimenPage({ state }: { state: string }) {
  return (
    <ImportPage
      crumbs={[{ href: '/specimen', text: 'Specimen' }]}
      base={`${stateAddress}${state}`}
      file={{ ...fileSpecimen, ...states[state] }}
      isOwn
      looking={lookingIn({})}
      done={null}
      turn=""
      kept={{}}
      fresh={`specimen-of-a-file-${state}`}
      act={keep}
    />
  );
}
