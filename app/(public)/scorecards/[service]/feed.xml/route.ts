import { feed } from '@/app/_public/feed';
import { servicePage } from '@/app/(public)/scorecards/public-service-route';
import type { Site } from '@/components/frame/public-document';
import { publicDatabase } from '@/db/connection/pool';
import { latestEditions } from '@/db/queries/published/feed';

export const dynamic = 'force-dynamic';

/** The feed of a service's editions. */
export const GET = servicePage(async ({ request, site, service: { slug, name } }) =>
  feedOf(request, site, { slug, name }),
);

async function feedOf(request: Request, { council, licence }: Site, { slug, name }: { slug: string; name: string }) {
  const entries = await latestEditions(publicDatabase(), slug);
  const path = `/scorecards/${slug}/feed.xml`;
  return feed(request, {
    title: `${council}: performance of ${name}`,
    description: `Each published edition of the performance scorecard of ${name}.`,
    path,
    id: `/scorecards/${entries[0]?.firstSlug ?? slug}/feed.xml`,
    council,
    licence,
    entries,
  });
}
