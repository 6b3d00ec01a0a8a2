'use client';

import type { KeptService } from '@/db/queries/framework/services';
import type { FormAction } from '@/lib/form/form-state';
import { AreaField, LineField, RadioField, SelectField } from './framework-fields';
import { FrameworkForm } from './framework-form';

type Props = {
  /** The service that is changed; null for a new one. */
  service: KeptService | null;
  /** The names of the other services in their order. */
  others: string[];
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

const modes = [
  {
    value: 'release',
    text: 'When the performance officer releases an edition',
    hint: 'All figures of a period together, on a day that can be announced.',
  },
  {
    value: 'rolling',
    text: 'On their own, some hours after an approval',
    hint: 'Each figure as soon as it is approved.',
  },
];

/** What a performance officer keeps of a service. */
export function ServiceForm({ service, others, kept, fresh, step }: Props) {
  const places = ['First', ...others.map((name) => `After ${name}`)];
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? openedFields(service, others)}
      hidden={service ? { service: service.slug, was: JSON.stringify(service.was) } : {}}
      fresh={fresh}
      save={service ? 'Save the change' : 'Add the service'}
      back={{ href: '/settings/services', text: service ? 'Leave it as it is' : 'Back to the services' }}
    >
      {(state) => (
        <>
          <LineField state={state} name="name" label="What is the service called?" hint="As the scorecard is headed" />
          <LineField
            state={state}
            name="slug"
            label="Its address"
            hint={
              service
                ? 'Lower-case words with hyphens. When it changes, the old address leads to the new one for ever.'
                : 'Lower-case words with hyphens. Leave it empty to have it made of the name.'
            }
          />
          <AreaField
            state={state}
            name="notice"
            label="What must a reader know of all its figures? (optional)"
            hint="Stands at the head of the scorecard, such as “Schools’ figures are counted by the Department for Education.”"
          />
          <SelectField
            state={state}
            name="place"
            label="Where does it stand on the first page?"
            choices={places.map((text, index) => ({ value: String(index + 1), text }))}
          />
          <RadioField state={state} name="release" label="How are its editions published?" choices={modes} />
          <LineField
            state={state}
            name="hours"
            label="If on their own, how many hours after an approval?"
            hint="Time in which an approval can be taken back. For example, 24"
            look="short"
          />
          <LineField
            state={state}
            name="contactName"
            label="Who answers questions about its figures? (optional)"
            hint="A post or a team, such as “Housing performance desk”. It is public; without one, the council’s contact stands in its place."
          />
          <LineField
            state={state}
            name="contactEmail"
            label="Their e-mail address"
            hint="Public. Or a telephone number"
          />
          <LineField
            state={state}
            name="contactPhone"
            label="Their telephone number"
            hint="Public. For example, 01632 960 001"
          />
        </>
      )}
    </FrameworkForm>
  );
}

function openedFields(service: KeptService | null, others: string[]): Record<string, string> {
  if (!service) return { place: String(others.length + 1), release: 'release' };
  const { name, slug, notice, place, release, quarantineHours, contact } = service.words;
  return {
    name,
    slug,
    notice: notice ?? '',
    place: String(place),
    release,
    hours: quarantineHours?.toString() ?? '',
    contactName: contact?.name ?? '',
    contactEmail: contact?.email ?? '',
    contactPhone: contact?.phone ?? '',
  };
}
