import { atom } from '@/app/_public/feed';
import { publicPage } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { serviceInForce } from '@/app/(public)/scorecards/service';
import { publicDatabase } from '@/db/connection/pool';
import { latestEditions } from '@/db/queries/published/editions';

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
