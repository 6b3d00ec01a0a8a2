import { namingHost } from '@/app/_public/plain-file';
import { publicPage } from '@/app/_public/public-page';
import { publicDatabase } from '@/db/connection/pool';
import { servicesInForce } from '@/db/queries/published/in-force';
import { plainSummary } from '@/lib/open-data/plain-summary';
import { countSentence } from '@/lib/scorecard/count-sentence';
import { summaryAt } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

/** What there is, in plain words for programs that read words. */
export const GET = publicPage(async ({ request, council, today }) => {
  const inForce = await servicesInForce(publicDatabase(), endOfLondonDay(today));
  const services = inForce.map(({ head, judged }) => ({
    name: head.service.name,
    path: `/scorecards/${head.service.slug}`,
    counts: countSentence(summaryAt(judged, today)),
  }));
  return namingHost(request, 'text/plain', (origin) => plainSummary({ origin, council, services, date: today }));
});
