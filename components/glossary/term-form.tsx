'use client';

import { StepForm } from '@/components/form/step-form';
import { AreaField, LineField, SelectField } from '@/components/framework/framework-fields';
import { FrameworkForm } from '@/components/framework/framework-form';
import type { KeptTerm } from '@/db/queries/glossary/terms';
import type { FormAction } from '@/lib/form/form-state';

type Props = {
  /** The word that is changed; null for a new one. */
  term: KeptTerm | null;
  /** The services of which a new word may be, and the one that is chosen at first: an address, or empty for the council. */
  services?: { slug: string; name: string }[];
  service?: string;
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

/** A word and what it means. */
export function TermForm({ term, services = [], service = '', kept, fresh, step }: Props) {
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? { term: term?.term ?? '', meaning: term?.meaning ?? '', ...(term ? {} : { service }) }}
      hidden={term ? { id: String(term.id), was: JSON.stringify(term.was) } : {}}
      fresh={fresh}
      save={term ? 'Save the change' : 'Explain the word'}
      back={{ href: '/settings/glossary', text: term ? 'Leave it as it is' : 'Back to the glossary' }}
    >
      {(state) => (
        <>
          <LineField
            state={state}
            name="term"
            label="Which word or abbreviation?"
            hint="As the measures write it, such as “FTE”"
          />
          <AreaField
            state={state}
            name="meaning"
            label="What does it mean?"
            hint="Its words first, up to a colon or full stop: readers see those behind its first use"
            rows={3}
          />
          {!term && (
            <SelectField
              state={state}
              name="service"
              label="Where does it mean that?"
              hint="A service may mean something else by it than the council does"
              choices={[
                { value: '', text: 'Everywhere in the council' },
                ...services.map(({ slug, name }) => ({ value: slug, text: `Only in ${name}` })),
              ]}
            />
          )}
        </>
      )}
    </FrameworkForm>
  );
}

/** Removes a word from the glossary. */
export function TermRemoval({ term, fresh, step }: { term: KeptTerm; fresh: string; step: FormAction }) {
  return (
    <StepForm
      step={step}
      open
      className="form"
      fold="Remove it from the glossary"
      hidden={{ id: term.id, was: JSON.stringify(term.was) }}
      fresh={fresh}
      button="Remove it"
      busy="Removing…"
      danger
      fields={() => <p>The public does not read it any more. The history keeps what it said.</p>}
    />
  );
}
