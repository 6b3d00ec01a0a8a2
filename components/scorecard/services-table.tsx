import { Shape } from '@/components/sign/symbol-sprite';
import type { ServiceView } from '@/lib/scorecard/council-view';
import { colourWords } from '@/lib/target/colour';
import { ruleCounts } from '@/lib/target/judged-status';
import { formatDate } from '@/lib/time/period';
import { Marks } from './marks';

/** A line for each service: a mark for each measure, the counts, what is late, and what has turned since its last edition. */
export function ServicesTable({ services }: { services: ServiceView[] }) {
  return (
    <table className="standings">
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Measures, a mark each</th>
          <th scope="col">Red</th>
          <th scope="col">Amber</th>
          <th scope="col">Green</th>
          <th scope="col">No colour</th>
          <th scope="col">Worsening</th>
          <th scope="col">Overdue</th>
          <th scope="col">Turned since the edition before</th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <ServiceLine key={service.head.service.slug} service={service} />
        ))}
      </tbody>
    </table>
  );
}

function ServiceLine({ service: { head, rows, summary, turned } }: { service: ServiceView }) {
  const { slug, name } = head.service;
  const card = `/scorecards/${slug}`;
  return (
    <tr>
      <th scope="row">
        <a href={card}>{name}</a>
        <small>
          Edition {head.number}, {formatDate(head.asAt)}
        </small>
        {summary.judged && (
          <small className="judged-count">
            {summary.judged.count} Judged, by the rule {ruleCounts(summary.judged)}
          </small>
        )}
      </th>
      <td>
        <Marks rows={rows} />
      </td>
      <Count label="Red" tone="red" count={summary.red} />
      <Count label="Amber" tone="amber" count={summary.amber} />
      <Count label="Green" tone="green" count={summary.green} />
      <Count label="No colour" tone="none" count={summary.none} />
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
      <td data-label="Turned">
        {turned.length === 0
          ? 'Nothing'
          : turned.map(({ code, title, is }) => (
              <span key={code} className="turned">
                <span className={`tag ${is}`}>
                  <Shape symbol={is} />
                  To {colourWords[is]}:
                </span>{' '}
                <a href={`/measures/${code}`}>{title}</a>
              </span>
            ))}
      </td>
    </tr>
  );
}

function Count({ label, tone, count }: { label: string; tone: string; count: number }) {
  return (
    <td data-label={label} className={count > 0 ? tone : undefined}>
      {count}
    </td>
  );
}
