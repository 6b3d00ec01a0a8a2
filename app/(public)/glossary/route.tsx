import { publicPage } from '@/app/_public/public-page';
import { GlossaryPage } from '@/components/guide/glossary-page';
import { publicDatabase } from '@/db/connection/pool';
import { glossaryInPublic } from '@/db/queries/published/glossary';

export const dynamic = 'force-dynamic';

export const GET = publicPage(async ({ site }) => (
  <GlossaryPage site={site} terms={await glossaryInPublic(publicDatabase())} />
));
