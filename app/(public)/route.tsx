import { publicPage } from '@/app/_public/public-page';
import { ServicesPage } from '@/components/scorecard/services-page';
import { councilPage } from './council-page';

export const dynamic = 'force-dynamic';

export const GET = publicPage(({ site, today }) =>
  councilPage(['services'], { site, today }, (view) => <ServicesPage site={site} view={view} />),
);
