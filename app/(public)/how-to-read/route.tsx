import { publicPage } from '@/app/_public/public-page';
import { HowToReadPage } from '@/components/frame/how-to-read-page';
import { publicDatabase } from '@/db/connection/pool';
import { glossaryInPublic } from '@/db/queries/published/glossary';

export const dynamic = 'force-dynamic';

export const GET = publicPage(async ({ site }) => (
  <HowToReadPage site={site} terms={await glossaryInPublic(publicDatabase())} />
));
