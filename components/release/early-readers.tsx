import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import type { Announced } from '@/db/queries/release/announcements';
import type { FormAction } from '@/lib/form/form-state';
import { formatInstant } from '@/lib/time/instant';
import { EarlyReaderForm } from './announced-steps';

type Props = {
  waiting: NonNullable<Announced['waiting']>;
  service: string;
  initial: { day: string; time: string };
  fresh: string;
  steps: { give: FormAction; take: FormAction };
};

/** Who may read an announced edition before its release, with whether they have; and a form to add somebody. */
export function EarlyReaders({ waiting, service, initial, fresh, steps }: Props) {
  const { id, readers } = waiting;
  return (
    <section className="early-readers" aria-labelledby="early-title">
      <h3 id="early-title">Who may read it early</h3>
      {readers.length === 0 && (
        <p>Nobody. Until its release the edition is not there for anybody outside the service.</p>
      )}
      {readers.length > 0 && (
        <ul className="findings">
          {readers.map(({ personId, name, email, fromAt, lastReadAt }) => (
            <li key={personId}>
              <b>{name}</b> ({email}), from {formatInstant(fromAt)};{' '}
              {lastReadAt ? `last read at ${formatInstant(lastReadAt)}` : 'has not read it'}.{' '}
              <ActionForm action={steps.take} fields={{ service, id: String(id), person: String(personId) }}>
                <SubmitButton className="button link">Take {name} off the list</SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <EarlyReaderForm open hidden={{ service, id }} fresh={fresh} step={steps.give} initial={initial} />
    </section>
  );
}
