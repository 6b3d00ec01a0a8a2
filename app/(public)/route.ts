import { createElement } from 'react';
import { sendPage } from '@/app/_public/markup';
import { publicPage } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { ServicesPage } from '@/components/scorecard/services-page';
import { publicDatabase } from '@/db/connection/pool';
import { servicesInForce, theCouncil } from '@/db/queries/published/in-force';
import { summaryAt } from '@/lib/edition/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

export function GET(request: Request) {
  return publicPage(request, async () => {
    const date = today();
    const site = siteOf(await theCouncil(publicDatabase()));
    const inForce = await servicesInForce(publicDatabase(), endOfLondonDay(date));
    const services = inForce.map(({ head, judged }) => ({
      ...head.service,
      edition: head.number,
      date,
      summary: summaryAt(judged, date),
    }));
    return sendPage(request, createElement(ServicesPage, { site, services }));
  });
}
