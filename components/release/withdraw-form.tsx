'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import type { WithdrawPage } from '@/db/queries/release/withdraw-page';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { formatDate, londonDay } from '@/lib/time/period';

type Edition = WithdrawPage['editions'][number];
type Props = { page: WithdrawPage; edition: Edition; reason: string | undefined; fresh: string; withdraw: FormAction };

/** Asks once more before an edition is withdrawn: what then happens, what stays, and why, as the public will read it. */
export function WithdrawQuestion({ page, edition, reason, fresh, withdraw }: Props) {
  const { service, editions } = page;
  const { number, asAt, publishedAt } = edition;
  return (
    <>
      <header className="page-head">
        <p className="kicker">{service.name}</p>
        <h1>Withdraw edition {number}?</h1>
        <p>
          As at {formatDate(asAt)}, published {formatDate(londonDay(publishedAt))}
        </p>
      </header>
      <section aria-labelledby="what-title">
        <h2 id="what-title">What happens</h2>
        <ul className="bullets">
          <li>The figures and words of edition {number} are not shown any more.</li>
          <li>{inForceThen(editions, number)}</li>
          <li>This cannot be undone.</li>
        </ul>
      </section>
      <section aria-labelledby="stays-title">
        <h2 id="stays-title">What stays</h2>
        <ul className="bullets">
          <li>The address of edition {number}, which says when and why it was withdrawn.</li>
          <li>Its number, which no other edition gets, and its place in the history.</li>
          <li>Every reading, as it was approved and published.</li>
        </ul>
      </section>
      <section aria-labelledby="withdraw-title">
        <h2 id="withdraw-title">Your reason</h2>
        <StepForm
          step={withdraw}
          open
          className="form"
          hidden={{ service: service.slug, number }}
          fresh={fresh}
          button={`Withdraw edition ${number}`}
          busy="Withdrawing…"
          danger
          fields={(state) => (
            <Field
              name="reason"
              label="Why is it withdrawn?"
              hint="Everybody can read this."
              problem={problemOf(state, 'reason')}
            >
              {(attributes) => (
                <textarea {...attributes} name="reason" rows={3} defaultValue={state?.typed.reason ?? reason} />
              )}
            </Field>
          )}
        />
        <p className="after">
          <a href={`/releases/${service.slug}/withdraw`}>Do not withdraw it</a>
        </p>
      </section>
    </>
  );
}

/** Which edition is in force once this one is withdrawn; the editions that stand are listed newest first. */
function inForceThen(editions: Edition[], number: number): string {
  const [newest, before] = editions;
  if (newest && newest.number !== number) return `Edition ${newest.number} stays in force.`;
  if (!before) return 'No edition of this service is in force until the next is published.';
  return `Edition ${before.number}, as at ${formatDate(before.asAt)}, is in force again.`;
}
