import { Card, Flex, Grid, Metric, Text } from '@tremor/react';
import type { ReleaseItem } from '@/db/queries/release/release-page';
import { formatDate } from '@/lib/time/period';

/** Every service with its readiness for its next edition at a glance. */
export function ReleaseOverview({ items }: { items: ReleaseItem[] }) {
  return (
    <>
      <h1>Releases</h1>
      <Grid numItems={1} numItemsMd={2} className="gap-8">
        {items.map((item) => (
          <ReleaseCard key={item.service.slug} {...item} />
        ))}
      </Grid>
    </>
  );
}

function ReleaseCard({ service, sentence, counts, lastEdition, href, mode, quarantineHours }: ReleaseItem) {
  return (
    <Card className="service overview">
      <h2>
        <a href={href}>{service.name}</a>
      </h2>
      <Text>
        {lastEdition
          ? `Edition ${lastEdition.number}, as at ${formatDate(lastEdition.asAt)}`
          : 'Nothing is published yet'}
        {mode === 'rolling' && `; publishes by itself ${quarantineHours} hours after an approval`}
      </Text>
      {counts.wanted > 0 && (
        <div className="part-way">
          <Flex justifyContent="start" alignItems="baseline" className="gap-2">
            <Metric>{counts.approved}</Metric>
            <Text>of {counts.wanted} approved</Text>
          </Flex>
          <progress aria-label={`${service.name}: readings approved`} max={counts.wanted} value={counts.approved} />
        </div>
      )}
      <p>{sentence}</p>
    </Card>
  );
}
