'use client';

import type { WithdrawPage } from '../db/queries/withdraw-page';
import { type FormAction, problemOf } from '../lib/form-state';
import { formatDate, londonDay } from '../lib/period';
import { Field, FieldGroup } from './field';
import { StepForm } from './step-form';

type Props = { page: WithdrawPage; withdrawn: number | null; fresh: string; withdraw: FormAction };

/** Where an edition is withdrawn: which one, and why, as the public will read it. */
export function WithdrawSheet({ page, withdrawn, fresh, withdraw }: Props) {
  const { service, editions } = page;
  return (
    <>
      <header className="page-head">
        <p className="kicker">{service.name}</p>
        <h1>Withdraw an edition</h1>
      </header>
      {withdrawn !== null && (
        <p className="done" role="status">
          Edition {withdrawn} is withdrawn:{' '}
          <a href={`/scorecards/${service.slug}/editions/${withdrawn}`}>read what stands there now</a>.
        </p>
      )}
      <section aria-labelledby="what-title">
        <h2 id="what-title">What it does</h2>
        <p className="told">
          Its address stays and says when and why it was withdrawn; its figures and words are not shown any more. The
          edition before it is in force again. This cannot be undone. To put a figure right, have its owner correct it
          instead.
        </p>
      </section>
      <section aria-labelledby="withdraw-title">
        <h2 id="withdraw-title">Withdraw</h2>
        {editions.length === 0 && <p>No edition of this service stands.</p>}
        <StepForm
          step={withdraw}
          open={editions.length > 0}
          className="form"
          hidden={{ service: service.slug }}
          fresh={fresh}
          button="Withdraw it"
          busy="Withdrawing…"
          fields={(state) => (
            <>
              <FieldGroup name="number" legend="Which edition?" problem={problemOf(state, 'number')}>
                {editions.map(({ number, asAt, publishedAt }) => (
                  <label key={number} className="choice">
                    <input
                      type="radio"
                      name="number"
                      value={number}
                      defaultChecked={state?.typed.number === String(number)}
                    />{' '}
                    Edition {number}, as at {formatDate(asAt)}, published {formatDate(londonDay(publishedAt))}
                  </label>
                ))}
              </FieldGroup>
              <Field
                name="reason"
                label="Why is it withdrawn?"
                hint="Everybody can read this."
                problem={problemOf(state, 'reason')}
              >
                {(told) => <textarea {...told} name="reason" rows={3} defaultValue={state?.typed.reason} />}
              </Field>
            </>
          )}
        />
      </section>
      <p>
        <a href={`/releases/${service.slug}`}>Back to the release</a>
      </p>
    </>
  );
}
