import { publicDatabase } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { latestEditions } from '@/db/queries/published-editions';
import { atom } from '../feed';
import { publicPage } from '../public-page';
import { siteOf } from '../site';

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
