import { publicPage } from '@/app/_public/public-page';
import { CommitteesPage } from '@/components/committee/committees-page';
import { publicDatabase } from '@/db/connection/pool';
import { committeesInPublic } from '@/db/queries/published/committees';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

export const GET = publicPage(async ({ site, today }) => {
  const committees = await committeesInPublic(publicDatabase(), endOfLondonDay(today));
  return <CommitteesPage site={site} committees={committees} today={today} />;
});
