import { Card, Flex, Grid, Metric, Text, Title } from '@tremor/react';
import { PublicDocument, type Site } from '@/components/frame/public-document';
import { Shape } from '@/components/sign/symbol-sprite';
import { nothingPublished, type Summary } from '@/lib/scorecard/scorecard';
import { formatDate } from '@/lib/time/period';
import { Counts } from './counts';

/** A service with a published edition, as the front page tells of it. */
export type ServiceEntry = {
  slug: string;
  name: string;
  notice: string | null;
  edition: number;
  /** The date the summary is for, an ISO day. */
  date: string;
  summary: Summary;
};

/** The front page: every service that has published, with its counts. */
export function ServicesPage({ site, services }: { site: Site; services: ServiceEntry[] }) {
  const description = `How the services of ${site.council} perform against their targets, as approved and published.`;
  return (
    <PublicDocument site={site} title="Council performance" description={description}>
      <h1>How our services perform</h1>
      <p className="standfirst">
        Each service publishes its measures with targets, figures and the words of those who answer for them. A
        published edition is never changed.
      </p>
      {services.length === 0 ? (
        <p className="empty">{nothingPublished(site.council)}</p>
      ) : (
        <Grid numItems={1} numItemsMd={2} className="gap-8">
          {services.map((service) => (
            <ServiceCard key={service.slug} service={service} />
          ))}
        </Grid>
      )}
    </PublicDocument>
  );
}

function ServiceCard({ service }: { service: ServiceEntry }) {
  const { summary } = service;
  return (
    <Card className="service">
      <h2>
        <a href={`/scorecards/${service.slug}`}>{service.name}</a>
      </h2>
      <Text>
        At {formatDate(service.date)} · edition {service.edition}
      </Text>
      {service.notice && <p className="notice">{service.notice}</p>}
      <Flex justifyContent="start" alignItems="baseline" className="gap-2">
        <Metric>{summary.total}</Metric>
        <Title>{summary.total === 1 ? 'measure' : 'measures'}</Title>
      </Flex>
      <Counts summary={summary} />
      <p className="moves">
        <Shape symbol={summary.overdue === 0 ? 'up_to_date' : 'overdue'} />{' '}
        {summary.overdue === 0 ? 'Nothing is overdue' : `${summary.overdue} overdue`}
      </p>
    </Card>
  );
}
