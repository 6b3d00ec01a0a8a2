import type { WithdrawPage } from '@/db/queries/release/withdraw-page';
import type { FormAction } from '@/lib/form/form-state';
import { formatDate, londonDay } from '@/lib/time/period';
import { WithdrawQuestion } from './withdraw-form';

type Props = {
  page: WithdrawPage;
  /** The edition that may be withdrawn; null while none is chosen. */
  chosen: number | null;
  withdrawn: number | null;
  /** What was typed before the session ended. */
  reason?: string | undefined;
  fresh: string;
  withdraw: FormAction;
};

/** Where an edition is withdrawn: first which one, then a page of its own that asks once more. */
export function WithdrawSheet({ page, chosen, withdrawn, reason, fresh, withdraw }: Props) {
  const { service, editions } = page;
  const edition = editions.find(({ number }) => number === chosen);
  if (edition)
    return <WithdrawQuestion page={page} edition={edition} reason={reason} fresh={fresh} withdraw={withdraw} />;
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
      <p className="told">To put a figure right, have its owner correct it instead: then nothing is withdrawn.</p>
      <section aria-labelledby="which-title">
        <h2 id="which-title">Which edition?</h2>
        {editions.length === 0 && <p>No edition of this service stands.</p>}
        <ol className="work">
          {editions.map(({ number, asAt, publishedAt }) => (
            <li key={number}>
              <a href={`/releases/${service.slug}/withdraw?edition=${number}`}>Withdraw edition {number}…</a>
              <p className="what">
                As at {formatDate(asAt)}, published {formatDate(londonDay(publishedAt))}
              </p>
            </li>
          ))}
        </ol>
      </section>
      <p className="after">
        <a href={`/releases/${service.slug}`}>Back to the release</a>
      </p>
    </>
  );
}
