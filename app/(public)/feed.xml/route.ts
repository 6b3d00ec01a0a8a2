import { atom } from '@/app/_public/feed';
import { publicPage } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { publicDatabase } from '@/db/connection/pool';
import { latestEditions } from '@/db/queries/published/editions';
import { theCouncil } from '@/db/queries/published/in-force';

export const dynamic = 'force-dynamic';

/** The feed of every service's editions. */
export function GET(request: Request) {
  return publicPage(request, async () => {
    const { council } = siteOf(await theCouncil(publicDatabase()));
    const entries = await latestEditions(publicDatabase(), null);
    const description = 'Every published edition of every service’s performance scorecard.';
    return atom(request, { title: `${council}: performance`, description, path: '/feed.xml', council, entries });
  });
}
