import { publicDatabase } from '@/db/pool';
import { latestEditions } from '@/db/queries/published-editions';
import { atom } from '../../../feed';
import { publicPage } from '../../../public-page';
import { siteOf } from '../../../site';
import { serviceInForce } from '../../service';

export const dynamic = 'force-dynamic';

/** The feed of a service's editions. */
export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/feed.xml'>) {
  return publicPage(request, async () => {
    const { head, council: found } = await serviceInForce((await params).service);
    const { slug, name } = head.service;
    const { council } = siteOf(found);
    const entries = await latestEditions(publicDatabase(), slug);
    const description = `Each published edition of the performance scorecard of ${name}.`;
    const path = `/scorecards/${slug}/feed.xml`;
    return atom(request, { title: `${council}: performance of ${name}`, description, path, council, entries });
  });
}
