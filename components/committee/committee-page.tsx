import { EditionDifferences } from '@/components/edition/edition-differences';
import { PublicDocument, type Site } from '@/components/frame/public-document';
import { type Committee, meetingsOn, type SinceMeeting } from '@/lib/committee/committee';
import type { PaperKind } from '@/lib/paper/paper-kinds';
import { formatDate, londonDay } from '@/lib/time/period';
import { CommitteePapers } from './committee-papers';
import { InventedMeetings, MeetingFacts } from './meeting-facts';

type Props = {
  site: Site;
  committee: Committee;
  since: SinceMeeting[];
  /** The sizes of its papers that have been made of what is in force, in bytes. */
  papers: Partial<Record<PaperKind, number>>;
  today: string;
};

/** A committee, and what has changed on the scorecards of its services since it last met. */
export function CommitteePage({ site, committee, since, papers, today }: Props) {
  const [last] = meetingsOn(committee.meetings, today).past;
  const description = `${committee.name}: its meetings, and what has changed on its services’ scorecards since the last one.`;
  return (
    <PublicDocument site={site} title={committee.name} description={description}>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href="/committees">All committees</a>
      </nav>
      <h1>{committee.name}</h1>
      <InventedMeetings demonstration={site.demonstration} />
      <MeetingFacts committee={committee} today={today} />
      <CommitteePapers
        slug={committee.slug}
        services={committee.services.filter(({ since: first }) => first !== null).length}
        sizes={papers}
      />
      <section className="committee" aria-labelledby="since">
        <h2 id="since">Since the last committee{last && `, on ${formatDate(last)}`}</h2>
        {!last && <p>This committee has not met yet, so nothing can have changed since.</p>}
        {last && since.length === 0 && <p>No service reports to this committee yet.</p>}
        {last &&
          since.map((sinceMeeting) => (
            <Since key={sinceMeeting.service.slug} since={sinceMeeting} last={last} today={today} />
          ))}
      </section>
    </PublicDocument>
  );
}

function Since({ since, last, today }: { since: SinceMeeting; last: string; today: string }) {
  const { slug, name } = since.service;
  const card = `/scorecards/${slug}`;
  return (
    <div className="since-then">
      <h3>{name}</h3>
      {since.kind === 'differences' ? (
        <>
          <p className="cards">
            <a href={`${card}/${last}`}>Scorecard at {formatDate(last)}</a>
            <a href={`${card}/${today}`}>Scorecard at {formatDate(today)}</a>
          </p>
          <EditionDifferences
            differences={since.differences}
            since={`edition ${since.was}, which was in force then`}
            address={card}
          />
        </>
      ) : (
        <>
          <p>{nothing(since, last)}</p>
          {since.kind !== 'none' && (
            <p className="cards">
              {since.kind !== 'later' && <a href={`${card}/${last}`}>Scorecard at {formatDate(last)}</a>}
              <a href={`${card}/${today}`}>Scorecard at {formatDate(today)}</a>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** Why there is nothing to tell. */
function nothing(since: Exclude<SinceMeeting, { kind: 'differences' }>, last: string): string {
  const { since: first } = since.service;
  if (since.kind === 'none')
    return first ? 'No scorecard of this service is in force now.' : 'This service has published no scorecard yet.';
  if (since.kind === 'same')
    return `Nothing has been published since: edition ${since.edition} was in force at the last meeting already.`;
  if (since.kind === 'withdrawn') {
    const why = since.reason.replace(/\.$/, '');
    return `Edition ${since.edition}, in force at the last meeting, was withdrawn on ${formatDate(londonDay(since.at))}: ${why}. So there is nothing to compare with.`;
  }
  if (first && first > last)
    return `The first edition of this scorecard was published on ${formatDate(first)}, after the last meeting, so all of it is new to the committee.`;
  return 'No scorecard of this service was in force at the end of that day, so there is nothing to compare with.';
}
