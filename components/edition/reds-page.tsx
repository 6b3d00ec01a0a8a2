import { PublicDocument, type Site } from '@/components/frame/public-document';
import { ServiceCrumbs } from '@/components/frame/service-crumbs';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import { type Comparison, type FormerRed, redsSentence } from '@/lib/edition/reds';
import { formatDate, londonDay } from '@/lib/time/period';
import { FormerReds } from './former-reds';

type Props = {
  site: Site;
  service: { slug: string; name: string };
  /** The number of the edition in force today. */
  edition: number;
  comparison: Comparison;
  today: string;
};

/** What became of the measures of a service that were Red a year ago. */
export function RedsPage({ site, service, edition, comparison, today }: Props) {
  const card = `/scorecards/${service.slug}`;
  const { kind, day, isFirst } = comparison;
  const title = 'What became of last year’s Reds';
  return (
    <PublicDocument site={site} title={`${service.name}: ${title}`} description={`${title}: ${service.name}.`}>
      <ServiceCrumbs {...service} />
      <h1>{title}</h1>
      <p className="as-at">
        {service.name}, at <b>{formatDate(today)}</b> · edition {edition}
        {comparison.edition !== null && ` against edition ${comparison.edition}, in force on ${formatDate(day)}`}
      </p>
      {isFirst && kind !== 'same' && kind !== 'none' && (
        <p className="notice">
          There was no edition a year ago, so this compares with the earliest one, published on {formatDate(day)}.
        </p>
      )}
      <p className="standfirst finding">{sentence(comparison, edition)}</p>
      {kind === 'reds' && (
        <>
          <p className="cards">
            <a href={`${card}/${day}`}>Scorecard at {formatDate(day)}</a>
            <a href={`${card}/${today}`}>Scorecard at {formatDate(today)}</a>
          </p>
          <HiddenLegend hidden={comparison.reds.some(isHidden)} />
          <FormerReds reds={comparison.reds} card={card} when={isFirst ? formatDate(day) : 'A year ago'} />
        </>
      )}
      {kind !== 'reds' && (
        <p>
          <a href={card}>The scorecard of today</a>
        </p>
      )}
    </PublicDocument>
  );
}

const isHidden = ({ was, is }: FormerRed): boolean =>
  [was, is].some((side) => side?.figure.text === null && side.figure.hidden);

function sentence(comparison: Comparison, edition: number): string {
  const { kind, day, isFirst } = comparison;
  if (kind === 'reds') return redsSentence(comparison.reds, isFirst ? `on ${formatDate(day)}` : 'a year ago');
  if (kind === 'none') return 'No scorecard was in force a year ago, so there is nothing to compare with.';
  if (kind === 'withdrawn') {
    const why = comparison.reason.replace(/\.$/, '');
    return `Edition ${comparison.edition}, in force on ${formatDate(day)}, was withdrawn on ${formatDate(londonDay(comparison.at))}: ${why}. So there is nothing to compare with.`;
  }
  const { count } = comparison;
  const red =
    count === 0 ? 'None of its measures is Red' : `${count} of its measures ${count === 1 ? 'is' : 'are'} Red`;
  return isFirst
    ? `There is nothing to compare yet: edition ${edition}, published on ${formatDate(day)}, is the first. ${red}; what becomes of ${count === 1 ? 'it' : 'them'} will be told here after the next edition.`
    : `There is nothing to compare yet: edition ${edition} was in force a year ago already. ${red}.`;
}
