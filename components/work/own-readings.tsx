import { ListPages } from '@/components/text/list-pages';
import type { OwnCounts, OwnReading } from '@/db/queries/work/own-readings';
import { pageOfList } from '@/lib/form/page-of-list';
import { ownReadingsHref, ownStateOrder, ownStates } from '@/lib/reading/own-readings';
import type { State } from '@/lib/reading/workflow';
import { formatInstant } from '@/lib/time/instant';

/** How many readings a person has in each state, each a link to them; the one that is shown is marked. */
export function OwnStates({ counts, shown = null }: { counts: OwnCounts; shown?: State | null }) {
  return (
    <ul className="own-states">
      {ownStateOrder.map((state) => (
        <li key={state}>
          <a href={ownReadingsHref(state)} aria-current={state === shown ? 'page' : undefined}>
            {ownStates[state].title}
          </a>{' '}
          <b>{counts[state].toLocaleString('en-GB')}</b>
        </li>
      ))}
    </ul>
  );
}

type Props = { counts: OwnCounts; items: OwnReading[]; state: State; page: number };

/** The readings of a person's own measures in one state, with what can be done there; paged by links. */
export function OwnReadings({ counts, items, state, page }: Props) {
  const { title, hint, verb } = ownStates[state];
  return (
    <>
      <header className="page-head">
        <h1>My readings</h1>
      </header>
      <nav aria-label="My readings by state">
        <OwnStates counts={counts} shown={state} />
      </nav>
      <section aria-labelledby="state-title">
        <h2 id="state-title">{title}</h2>
        {counts[state] === 0 && <p>There are none here.</p>}
        {items.length > 0 && (
          <>
            <p className="hint">{hint}</p>
            <ol className="own-readings">
              {items.map((item) => (
                <li key={item.href}>
                  <div>
                    <a href={item.href}>{item.title}</a>
                    <p>
                      {item.period.range}, {item.service}
                      {item.correction && ', a correction'}
                    </p>
                  </div>
                  <p>
                    <b>{item.figure}</b>
                  </p>
                  <p className="since">{sinceWords(state, item)}</p>
                  <a className="act" href={item.href}>
                    {verb}
                    <span className="unseen">
                      : {item.title}, {item.period.label}
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          </>
        )}
        <ListPages place={pageOfList(counts[state], page)} address={ownReadingsHref(state)} list="your readings" />
      </section>
    </>
  );
}

const verbs: Record<State, string> = {
  draft: 'saved',
  submitted: 'submitted',
  returned: 'returned',
  approved: 'approved',
  published: 'published',
};

function sinceWords(state: State, { since, by }: OwnReading): string {
  if (!since) return '';
  const who = by && state !== 'published' ? ` by ${by}` : '';
  return `${verbs[state]}${who} at ${formatInstant(since)}`;
}
