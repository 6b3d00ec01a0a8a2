import { createElement } from 'react';
import { ServicesPage } from '@/components/services-page';
import { publicDatabase } from '@/db/pool';
import { servicesInForce, theCouncil } from '@/db/queries/published';
import { endOfLondonDay } from '@/lib/instant';
import { summaryAt } from '@/lib/scorecard';
import { today } from './clock';
import { sendPage } from './markup';
import { publicPage } from './public-page';
import { siteOf } from './site';

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
