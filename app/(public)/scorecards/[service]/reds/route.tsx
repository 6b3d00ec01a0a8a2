import { redsSinceAYear } from '@/app/(public)/scorecards/former-reds';
import { servicePage } from '@/app/(public)/scorecards/public-service-route';
import { RedsPage } from '@/components/edition/reds-page';

export const dynamic = 'force-dynamic';

/** What became of the measures of a service that were Red a year ago. */
export const GET = servicePage(
  async ({ site, service, edition, today }) => {
    const comparison = await redsSinceAYear(service.slug, edition, today);
    const { number } = edition.head;
    return <RedsPage site={site} service={service} edition={number} comparison={comparison} today={today} />;
  },
  { costly: true },
);
