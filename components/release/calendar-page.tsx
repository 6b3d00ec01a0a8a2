import { PublicDocument, type Site } from '@/components/frame/public-document';
import type { Calendar, CalendarEntry } from '@/db/queries/published/calendar';
import { formatInstant } from '@/lib/time/instant';
import { ReleaseMoves } from './release-moves';

/** The release calendar: what is announced, each move with its reason, and what became of the last ones. */
export function CalendarPage({ site, calendar }: { site: Site; calendar: Calendar }) {
  const description =
    'When the next editions of the scorecards are published, and what became of those announced before.';
  return (
    <PublicDocument site={site} title="Release calendar" description={description}>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href="/">All services</a>
      </nav>
      <h1>Release calendar</h1>
      <p className="standfirst">
        When the next editions are published. Each appears at its moment for everybody at once; a moment that is moved,
        or a release that is cancelled, has its reason here.
      </p>
      <section className="releases" aria-labelledby="coming">
        <h2 id="coming">Coming</h2>
        {calendar.coming.length === 0 ? (
          <p>No release is announced.</p>
        ) : (
          <ul>
            {calendar.coming.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </section>
      <section className="releases" aria-labelledby="past">
        <h2 id="past">Past</h2>
        {calendar.past.length === 0 ? (
          <p>No announced release has come to its moment yet.</p>
        ) : (
          <ul>
            {calendar.past.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </section>
    </PublicDocument>
  );
}

const became = { announced: '', released: 'Released', cancelled: 'Cancelled', failed: 'Not released' };

function Entry({ entry: { service, number, dueAt, state, why, moves } }: { entry: CalendarEntry }) {
  return (
    <li>
      <h3>
        {service.name}, edition {number}
      </h3>
      <p>
        <time dateTime={dueAt}>{formatInstant(dueAt)}</time>
        {became[state] && <> · {became[state]}</>}
        {why && <>: {why}</>}
      </p>
      {state === 'released' && (
        <p>
          <a href={`/scorecards/${service.slug}`}>Scorecard of {service.name}</a>
        </p>
      )}
      <ReleaseMoves moves={moves} />
    </li>
  );
}
