import { Card, Flex, Grid, Metric, Text } from '@tremor/react';
import { Counts } from '@/components/scorecard/counts';
import { Shape } from '@/components/sign/sign-shapes';
import type { OverviewService } from '@/db/queries/overview/overview';
import { formatDate } from '@/lib/time/day';

/** Each service that has published, with the counts of its edition in force. */
export function ServiceCards({ services }: { services: OverviewService[] }) {
  return (
    <Grid numItems={1} numItemsMd={2} className="all-services gap-8">
      {services.map(({ slug, name, edition, asAt, summary }) => (
        <Card key={slug} className="service overview">
          <h2>
            <a href={`/services/${slug}`}>{name}</a>
          </h2>
          <Text>
            Edition {edition}, as at {formatDate(asAt)}
          </Text>
          <Flex justifyContent="start" alignItems="baseline" className="gap-2">
            <Metric>{summary.red}</Metric>
            <Text>
              of {summary.total - summary.none} rated {summary.total - summary.none === 1 ? 'measure' : 'measures'}{' '}
              {summary.red === 1 ? 'is' : 'are'} Red
            </Text>
          </Flex>
          <Counts summary={summary} />
          <p className="moves">
            <Shape symbol={summary.overdue === 0 ? 'up_to_date' : 'overdue'} /> {overdueWords(summary.overdue)}
          </p>
        </Card>
      ))}
    </Grid>
  );
}

function overdueWords(count: number): string {
  if (count === 0) return 'No published figure is overdue';
  return count === 1 ? '1 published figure is overdue' : `${count} published figures are overdue`;
}
