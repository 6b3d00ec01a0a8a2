import { PublicDocument, type Site } from '@/components/frame/public-document';
import { Marks } from '@/components/scorecard/marks';
import { RedLinks } from '@/components/scorecard/red-links';
import type { Committee, CommitteeService } from '@/lib/committee/committee';
import { redOfRated, type ServiceView } from '@/lib/scorecard/council-view';
import { isRed } from '@/lib/target/judged-status';
import { InventedMeetings, MeetingFacts } from './meeting-facts';

type Props = { site: Site; committees: Committee[]; services: ServiceView[]; today: string };

/** The committees to which services report: when each meets next, and what is Red in its services now. */
export function CommitteesPage({ site, committees, services, today }: Props) {
  const description = `The committees of ${site.council} that read its scorecards, what is Red in their services, their meetings, and by when papers must be out.`;
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
          <MeetingFacts committee={committee} today={today} brief />
          {committee.services.length > 0 && <ServicesNow committee={committee} services={services} />}
        </section>
      ))}
      {committees.length > 0 && <InventedMeetings demonstration={site.demonstration} />}
    </PublicDocument>
  );
}

/** The services of a committee, each with a mark for each measure and with what is Red in its edition in force. */
function ServicesNow({ committee, services }: Pick<Props, 'services'> & { committee: Committee }) {
  return (
    <table className="standings" aria-label={`Services of the ${committee.name}`}>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Measures, a mark each</th>
          <th scope="col">Red</th>
          <th scope="col">What is Red</th>
        </tr>
      </thead>
      <tbody>
        {committee.services.map((service) => (
          <ServiceNow
            key={service.slug}
            service={service}
            view={services.find(({ head }) => head.service.slug === service.slug)}
          />
        ))}
      </tbody>
    </table>
  );
}

function ServiceNow({ service, view }: { service: CommitteeService; view: ServiceView | undefined }) {
  if (!view)
    return (
      <tr>
        <th scope="row">{service.name}</th>
        <td colSpan={3}>{service.since ? 'No scorecard is in force now.' : 'It has published no scorecard yet.'}</td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        <a href={`/scorecards/${service.slug}`}>{service.name}</a>
      </th>
      <td>
        <Marks rows={view.rows} />
      </td>
      <td className="rated">{redOfRated(view.rows)}</td>
      <td>
        <RedLinks rows={view.rows.filter(({ rag }) => isRed(rag))} />
      </td>
    </tr>
  );
}
