import { apiAnswer, apiOptions, limitIn, pageOf } from '@/app/_public/api-answer';
import { describedCounts, describedService } from '@/app/(public)/api/v1/described-services-and-editions';
import { publicDatabase } from '@/db/connection/pool';
import { servicesInForce } from '@/db/queries/published/in-force';
import { summaryAt } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

/** Each service that has published, with the counts of its scorecard today; behind the one that `after` names. */
export const GET = apiAnswer(async ({ path, query, today }) => {
  const limit = limitIn(query);
  const all = await servicesInForce(publicDatabase(), endOfLondonDay(today));
  const after = all.findIndex(({ head }) => head.service.slug === query.get('after'));
  const { page, next } = pageOf(all.slice(after + 1, after + 2 + limit), {
    limit,
    path,
    query,
    restAt: (services) => ({ after: services.at(-1)?.head.service.slug ?? '' }),
  });
  const data = page.map(({ head, judged }) => ({
    ...describedService(head),
    counts: describedCounts(summaryAt(judged, today)),
  }));
  return { data, next };
});
export const OPTIONS = apiOptions;
