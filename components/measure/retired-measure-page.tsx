import { PublicDocument, type Site } from '@/components/frame/public-document';
import { Figure } from '@/components/sign/figure';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import { RagTag } from '@/components/sign/rag-tag';
import type { FrozenRow } from '@/lib/edition/edition';
import { keptBackIn } from '@/lib/edition/frozen-figures';
import type { Retirement } from '@/lib/series/retirement';
import { ragSentence } from '@/lib/target/judged-status';
import { formatDate } from '@/lib/time/period';

type Props = {
  site: Site;
  departure: Retirement & { code: string; number: number; title: string; service: { slug: string; name: string } };
  last: { edition: number; row: FrozenRow; lastDay: string | null };
};

/** A measure that no scorecard has any more: its last figure, and why it went. */
export function RetiredMeasurePage({ site, departure, last }: Props) {
  const { number, title, service, retiredOn, reason, decidedBy, decidedOn } = departure;
  const { row, edition, lastDay } = last;
  const card = `/scorecards/${service.slug}`;
  const description = `${title}, a measure of ${service.name}, was retired after ${formatDate(retiredOn)}.`;
  return (
    <PublicDocument site={site} title={`${title} (retired)`} description={description}>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href="/">All services</a> <span aria-hidden="true">›</span> <a href={card}>{service.name}</a>{' '}
        <span aria-hidden="true">›</span> <a href={`${card}/retired`}>Retired measures</a>
      </nav>
      <h1>{title}</h1>
      <p className="as-at">
        Measure {number} of {service.name}, retired after <b>{formatDate(retiredOn)}</b>
      </p>
      <p className="standfirst">{row.definition}</p>
      <HiddenLegend {...keptBackIn([row])} excepted={0} />
      <dl className="facts">
        <div>
          <dt>Why it was retired</dt>
          <dd>{reason}</dd>
        </div>
        <div>
          <dt>Decided by</dt>
          <dd>
            {decidedBy}, on {formatDate(decidedOn)}
          </dd>
        </div>
        <div>
          <dt>Last figure</dt>
          <dd>
            <b>
              <Figure figure={row.current} marks={row.current.marks} />
            </b>{' '}
            {row.period && `for ${row.period.label} (${row.period.range})`}
            {row.current.why && <small>{row.current.why}</small>}
          </dd>
        </div>
        <div>
          <dt>Last performance</dt>
          <dd>
            <RagTag colour={row.rag.colour} judged={row.rag.judged} />
            <small>{ragSentence(row.rag)}</small>
          </dd>
        </div>
        <div>
          <dt>Last scorecard</dt>
          <dd>
            {lastDay ? (
              <a href={`${card}/${lastDay}#${row.code}`}>
                Edition {edition}, at {formatDate(lastDay)}
              </a>
            ) : (
              `Edition ${edition}`
            )}
          </dd>
        </div>
      </dl>
      <p className="download">
        <a href={`/measures/${row.code}/data.csv`}>Download its published figures (CSV)</a>
      </p>
    </PublicDocument>
  );
}
