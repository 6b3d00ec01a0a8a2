'use client';

import { FieldGroup } from '@/components/form/field';
import { LineField } from '@/components/framework/framework-fields';
import { FrameworkForm } from '@/components/framework/framework-form';
import type { KeptCommittee } from '@/db/queries/committee/committees';
import type { FormAction } from '@/lib/form/form-state';

type Props = {
  /** The committee that is changed; null for a new one. */
  committee: KeptCommittee | null;
  services: { slug: string; name: string }[];
  /** What was being typed when a session ended. */
  kept: Record<string, string> | null;
  fresh: string;
  step: FormAction;
};

/** The name of a committee, and the services that it hears. */
export function CommitteeForm({ committee, services, kept, fresh, step }: Props) {
  const heard = committee?.services.filter((service) => service.heard).map(({ slug }) => slug) ?? [];
  const address = committee ? `/settings/committees/${committee.slug}` : '/settings/committees';
  return (
    <FrameworkForm
      step={step}
      opened={kept ?? { name: committee?.ground.name ?? '', services: heard.join('\n') }}
      hidden={committee ? { committee: committee.slug, was: JSON.stringify(committee.was) } : {}}
      fresh={fresh}
      save={committee ? 'Save the change' : 'Add the committee'}
      back={{ href: address, text: committee ? 'Leave it as it is' : 'Back to the committees' }}
    >
      {(state) => (
        <>
          <LineField state={state} name="name" label="What is the committee called?" />
          {!committee && (
            <LineField
              state={state}
              name="slug"
              label="Its address"
              hint="Lower-case words with hyphens. Leave it empty to have it made of the name. It stays for good."
            />
          )}
          <FieldGroup
            name="services"
            legend="Which services does it hear?"
            hint="Its page tells what has changed on their scorecards since it last met"
            problem={state.problem('services')}
          >
            <div key={state.typed.services}>
              {services.map(({ slug, name }) => (
                <label key={slug} className="choice">
                  <input
                    type="checkbox"
                    name="services"
                    value={slug}
                    defaultChecked={(state.typed.services ?? '').split('\n').includes(slug)}
                  />
                  <span>{name}</span>
                </label>
              ))}
            </div>
            {services.length === 0 && <p>There is no service yet.</p>}
          </FieldGroup>
        </>
      )}
    </FrameworkForm>
  );
}
