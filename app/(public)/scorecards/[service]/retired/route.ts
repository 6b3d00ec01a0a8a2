import { createElement } from 'react';
import { sendPage } from '@/app/_public/markup';
import { publicPage } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { serviceInForce } from '@/app/(public)/scorecards/service';
import { RetiredPage } from '@/components/edition/retired-page';
import { publicDatabase } from '@/db/connection/pool';
import { departuresOf } from '@/db/queries/published/retired';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/retired'>) {
  return publicPage(request, async () => {
    const { service: slug } = await params;
    const now = await serviceInForce(slug);
    const retired = await departuresOf(publicDatabase(), slug, endOfLondonDay(today()));
    const page = createElement(RetiredPage, { site: siteOf(now.council), service: now.head.service, retired });
    return sendPage(request, page);
  });
}
