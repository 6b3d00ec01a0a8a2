import { servicePage } from '@/app/(public)/scorecards/public-service-route';
import { RetiredPage } from '@/components/edition/retired-page';
import { publicDatabase } from '@/db/connection/pool';
import { departuresOf } from '@/db/queries/published/retired';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

export const GET = servicePage(async ({ site, service, today }) => {
  const retired = await departuresOf(publicDatabase(), service.slug, endOfLondonDay(today));
  return <RetiredPage site={site} service={service} retired={retired} />;
});
