import { PublicDocument, type Site } from '@/components/frame/public-document';
import { ServiceCrumbs } from '@/components/frame/service-crumbs';
import { type Retirement, retirementSentence } from '@/lib/series/retirement';

type Props = {
  site: Site;
  service: { slug: string; name: string };
  retired: ({ code: string; number: number; title: string; edition: number } & Retirement)[];
};

/** The measures that a service's scorecard had and has no more. */
export function RetiredPage({ site, service, retired }: Props) {
  const description = `The measures of ${service.name} that were retired, with why, who decided it, and their last figures.`;
  return (
    <PublicDocument site={site} title={`${service.name}: retired measures`} description={description}>
      <ServiceCrumbs {...service} />
      <h1>Retired measures</h1>
      <p className="standfirst">
        {retired.length === 0
          ? `No measure of ${service.name} has been retired.`
          : `What ${service.name} reported once and reports no more. The last figures stand, and so do the editions that had them.`}
      </p>
      <ol className="turns">
        {retired.map((measure) => (
          <li key={measure.code}>
            <h2>
              <a href={`/measures/${measure.code}`}>
                {measure.number}. {measure.title}
              </a>
            </h2>
            <p>{retirementSentence(measure)}</p>
            <p>
              <small>Edition {measure.edition} was the first without it.</small>
            </p>
          </li>
        ))}
      </ol>
    </PublicDocument>
  );
}
