import { createElement } from 'react';
import { RetiredPage } from '@/components/retired-page';
import { publicDatabase } from '@/db/pool';
import { departuresOf } from '@/db/queries/published-retired';
import { endOfLondonDay } from '@/lib/instant';
import { today } from '../../../clock';
import { sendPage } from '../../../markup';
import { publicPage } from '../../../public-page';
import { siteOf } from '../../../site';
import { serviceInForce } from '../../service';

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
