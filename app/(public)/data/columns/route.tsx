import { publicPage } from '@/app/_public/public-page';
import { ColumnsPage } from '@/components/open-data/columns-page';

export const dynamic = 'force-dynamic';

export const GET = publicPage(({ site }) => <ColumnsPage site={site} />);
