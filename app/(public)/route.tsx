import { publicPage } from '@/app/_public/public-page';
import { ServicesPage } from '@/components/scorecard/services-page';
import { publicDatabase } from '@/db/connection/pool';
import { servicesInForce } from '@/db/queries/published/in-force';
import { summaryAt } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

export const GET = publicPage(async ({ site, today }) => {
  const inForce = await servicesInForce(publicDatabase(), endOfLondonDay(today));
  const services = inForce.map(({ head, judged }) => ({
    ...head.service,
    edition: head.number,
    date: today,
    summary: summaryAt(judged, today),
  }));
  return <ServicesPage site={site} services={services} />;
});
