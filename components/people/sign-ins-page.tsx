import type { SignInsPage as SignIns } from '@/db/queries/sign-in/sign-ins';
import { dayInWords } from '@/lib/people/people-list';
import { formatInstant } from '@/lib/time/instant';

type Props = { page: SignIns; today: string; isFirst: boolean };

/** Who signed in when and how, newest first, and how often somebody was refused. */
export function SignInsPage({ page: { signIns, older, refused }, today, isFirst }: Props) {
  return (
    <>
      {isFirst && (
        <section className="ruled" aria-labelledby="refused-title">
          <h2 id="refused-title">Refused within the last 30 days</h2>
          {refused.length === 0 && <p>No sign-in was refused.</p>}
          <ul className="plain">
            {refused.map(({ name, tries, last }) => (
              <li key={name ?? ''}>
                <b>{name ?? 'Addresses that nobody here has'}</b>:{' '}
                {tries === 1 ? 'one try' : `${tries.toLocaleString('en-GB')} tries`}, the last in the quarter of an hour
                from {dayInWords(last, today)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="ruled" aria-labelledby="sign-ins-title">
        <h2 id="sign-ins-title">Sign-ins</h2>
        {signIns.length === 0 && <p>Nobody has signed in {isFirst ? 'yet' : 'before that'}.</p>}
        <ol className="history">
          {signIns.map(({ id, at, sentence, isRefused }) => (
            <li key={id} className={isRefused ? 'needs' : undefined}>
              {sentence} <time dateTime={at}>{formatInstant(at)}</time>
            </li>
          ))}
        </ol>
        {(older !== null || !isFirst) && (
          <nav className="pages" aria-label="Pages">
            {!isFirst && <a href="/settings/people/sign-ins">Newest</a>}
            {older !== null && <a href={`/settings/people/sign-ins?before=${older}`}>Older</a>}
          </nav>
        )}
      </section>
    </>
  );
}
