import { leased } from '@/app/_public/leased';
import { ServicesPage } from '@/components/scorecard/services-page';
import { publicDatabase } from '@/db/connection/pool';
import { comingReleases } from '@/db/queries/published/calendar';
import { comingDays } from '@/lib/committee/coming-days';
import { councilPage } from './council-page';

export const dynamic = 'force-dynamic';

const releasesToCome = leased(() => comingReleases(publicDatabase()));

export const GET = councilPage(async ({ site, council, meetings }) => {
  const coming = comingDays(meetings, await releasesToCome());
  const contact = { name: council.name, email: council.contact, phone: null };
  return {
    dependsOn: ['services', coming, council.contact],
    page: (view) => <ServicesPage site={site} view={view} coming={coming} contact={contact} />,
  };
});
