'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field } from '@/components/form/field';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/frame/link';
import type { ServiceChoice } from '@/db/queries/submission/systems';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { MeasureTicks, ticksTyped } from './measure-ticks';

type Props = {
  services: ServiceChoice[];
  people: { id: number; name: string }[];
  /** The last day that may be chosen, in words. */
  lastDay: string;
  fresh: string;
  add: FormAction;
};

/** Makes a token for a system; shows it afterwards, once. */
export function SystemForm({ services, people, lastDay, fresh, add }: Props) {
  const [state, send] = useActionState(add, null);
  const typed: Record<string, string | undefined> = state?.typed ?? {};
  if (state?.done && typed.token) return <TokenMade name={typed.name ?? ''} token={typed.token} />;
  return (
    <form action={send} className="form" noValidate>
      <ErrorSummary problems={state?.problems ?? []} />
      <FormKey state={state} fresh={fresh} />
      <Field
        name="name"
        label="What is the system called?"
        hint="Data owners and the head of service read this name beside what it sends."
        problem={problemOf(state, 'name')}
      >
        {(attributes) => <input {...attributes} name="name" autoComplete="off" defaultValue={typed.name} />}
      </Field>
      <Field
        name="responsible"
        label="Who answers for what it sends?"
        hint="Neither they nor you can approve it. When they leave, the token ends."
        problem={problemOf(state, 'responsible')}
      >
        {(attributes) => (
          <select {...attributes} key={typed.responsible} name="responsible" defaultValue={typed.responsible ?? ''}>
            <option value="">Choose a person</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="untilDay"
        label="Until which day may it send?"
        hint={`No later than ${lastDay}`}
        problem={problemOf(state, 'untilDay')}
      >
        {(attributes) => (
          <input {...attributes} className="date" name="untilDay" autoComplete="off" defaultValue={typed.untilDay} />
        )}
      </Field>
      <MeasureTicks
        key={`${typed.code} ${typed.service}`}
        services={services}
        codes={ticksTyped(typed.code)}
        slugs={ticksTyped(typed.service)}
        problem={problemOf(state, 'code')}
      />
      <div className="buttons">
        <SubmitButton busy="Making…">Make the token</SubmitButton>
        <Link className="beside-buttons" href="/settings/systems">
          Back to sending systems
        </Link>
      </div>
    </form>
  );
}

/** The one time that a token is shown: it is kept nowhere. */
function TokenMade({ name, token }: { name: string; token: string }) {
  return (
    <>
      <div className="done" role="status">
        <h2>The token of {name}</h2>
        <p>It is shown only here and now. Put it where that system keeps its secrets, and nowhere else:</p>
        <p>
          <code className="invitation">{token}</code>
        </p>
      </div>
      <p>
        The system sends each reading with it, in the header Authorization, after the word Bearer.{' '}
        <a href="/api/submission/v1/openapi.json">The whole description</a> is for whoever sets it up.
      </p>
      <p className="after">
        <Link href="/settings/systems">All sending systems</Link>
      </p>
    </>
  );
}
