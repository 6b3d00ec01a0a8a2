import { publicPage } from '@/app/_public/public-page';
import { HowToReadPage } from '@/components/frame/how-to-read-page';

export const dynamic = 'force-dynamic';

export const GET = publicPage(({ site }) => <HowToReadPage site={site} />);
