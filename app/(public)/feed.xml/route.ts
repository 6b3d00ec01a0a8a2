import { feed } from '@/app/_public/feed';
import { publicPage } from '@/app/_public/public-page';
import { publicDatabase } from '@/db/connection/pool';
import { latestEditions } from '@/db/queries/published/feed';

export const dynamic = 'force-dynamic';

/** The feed of every service's editions. */
export const GET = publicPage(async ({ request, site }) =>
  feed(request, {
    title: `${site.council}: performance`,
    description: 'Every published edition of every service’s performance scorecard.',
    path: '/feed.xml',
    id: '/feed.xml',
    council: site.council,
    licence: site.licence,
    entries: await latestEditions(publicDatabase(), null),
  }),
);
