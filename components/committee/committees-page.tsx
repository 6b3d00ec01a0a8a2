import { PublicDocument, type Site } from '@/components/frame/public-document';
import type { Committee } from '@/lib/committee/committee';
import { InventedMeetings, MeetingFacts } from './meeting-facts';

type Props = { site: Site; committees: Committee[]; today: string };

/** The committees to which services report, with their meetings. */
export function CommitteesPage({ site, committees, today }: Props) {
  const description = `The committees of ${site.council} that read its scorecards, their meetings, and by when papers must be out.`;
  return (
    <PublicDocument site={site} title="Committees" description={description}>
      <h1>Committees</h1>
      <p className="standfirst">
        Councillors question each service in committee. Papers are open to everybody five clear days before: neither the
        day of publication nor that of the meeting counts, nor weekends and bank holidays.
      </p>
      {committees.length === 0 && <p className="empty">No committee is named here yet.</p>}
      {committees.map((committee) => (
        <section key={committee.slug} className="committee" aria-labelledby={committee.slug}>
          <h2 id={committee.slug}>
            <a href={`/committees/${committee.slug}`}>{committee.name}</a>
          </h2>
          <MeetingFacts committee={committee} today={today} />
        </section>
      ))}
      {committees.length > 0 && <InventedMeetings demonstration={site.demonstration} />}
    </PublicDocument>
  );
}
