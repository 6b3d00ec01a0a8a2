import { ContactWays } from '@/components/frame/contact-line';
import { Shape } from '@/components/sign/sign-shapes';
import type { ServiceView } from '@/lib/scorecard/council-view';
import { colourWords } from '@/lib/target/colour';
import { ruleCounts } from '@/lib/target/judged-status';
import { formatDate } from '@/lib/time/period';
import { ColourCounts, Count, CountHeads } from './colour-counts';
import { Marks } from './marks';

type Props = {
  services: ServiceView[];
  /** Where there are too many measures for a mark each: how many there are, and how many have turned. */
  counted: boolean;
};

/** A line for each service: a mark for each measure, the counts, what is late, and what has turned since its last edition. */
export function ServicesTable({ services, counted }: Props) {
  return (
    <table className="standings">
      <thead>
        <tr>
          <th scope="col">Service</th>
          {counted ? (
            <th scope="col" className="n">
              Measures
            </th>
          ) : (
            <th scope="col">Measures, a mark each</th>
          )}
          <CountHeads />
          <th scope="col" className="n">
            Worsening
          </th>
          <th scope="col">Overdue</th>
          <th scope="col">Turned since the edition before</th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <ServiceLine key={service.head.service.slug} service={service} counted={counted} />
        ))}
      </tbody>
    </table>
  );
}

function ServiceLine({ service, counted }: { service: ServiceView; counted: boolean }) {
  const { head, contact, rows, summary, turned } = service;
  const { slug, name } = head.service;
  const card = `/scorecards/${slug}`;
  return (
    <tr>
      <th scope="row">
        <a href={card}>{name}</a>
        <small>
          Edition {head.number}, {formatDate(head.asAt)}
        </small>
        {contact && !counted && (
          <small>
            Questions: <ContactWays contact={contact} />
          </small>
        )}
        {summary.judged && (
          <small className="judged-count">
            {summary.judged.count} Judged, by the rule {ruleCounts(summary.judged)}
          </small>
        )}
      </th>
      {counted ? (
        <td data-label="Measures" className="n">
          {summary.total}
        </td>
      ) : (
        <td>
          <Marks rows={rows} />
        </td>
      )}
      <ColourCounts summary={summary} redLink={counted ? `${card}?show=red` : undefined} />
      <Count label="Worsening" tone="red" count={summary.worsening} />
      <td data-label="Overdue">
        {summary.overdue === 0 ? (
          'None'
        ) : (
          <a href={`${card}?show=overdue#measures`}>
            <Shape symbol="overdue" /> {summary.overdue} late
          </a>
        )}
      </td>
      <td data-label="Turned">{counted ? turned.length : <Turned turned={turned} />}</td>
    </tr>
  );
}

/** What has turned, each measure with the colour that it has now. */
function Turned({ turned }: Pick<ServiceView, 'turned'>) {
  if (turned.length === 0) return 'Nothing';
  return turned.map(({ code, title, is }) => (
    <span key={code} className="turned">
      <span className={`tag ${is}`}>
        <Shape symbol={is} />
        To {colourWords[is]}:
      </span>{' '}
      <a href={`/measures/${code}`}>{title}</a>
    </span>
  ));
}
