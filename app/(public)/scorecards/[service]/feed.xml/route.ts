import { feed } from '@/app/_public/feed';
import { servicePage } from '@/app/(public)/scorecards/service-page';
import { publicDatabase } from '@/db/connection/pool';
import { latestEditions } from '@/db/queries/published/editions';

export const dynamic = 'force-dynamic';

/** The feed of a service's editions. */
export const GET = servicePage(async ({ request, site, service: { slug, name } }) =>
  feed(request, {
    title: `${site.council}: performance of ${name}`,
    description: `Each published edition of the performance scorecard of ${name}.`,
    path: `/scorecards/${slug}/feed.xml`,
    council: site.council,
    entries: await latestEditions(publicDatabase(), slug),
  }),
);
