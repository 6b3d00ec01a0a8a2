import { leased } from '@/app/_public/leased';
import { councilPage } from '@/app/(public)/council-page';
import { CommitteesPage } from '@/components/committee/committees-page';
import { publicDatabase } from '@/db/connection/pool';
import { committeesInPublic } from '@/db/queries/published/committees';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

const committeesOn = leased((day: string) => committeesInPublic(publicDatabase(), endOfLondonDay(day)));

export const GET = councilPage(async ({ site, today }) => {
  const committees = await committeesOn(today);
  return {
    dependsOn: ['committees', committees],
    page: ({ services }) => <CommitteesPage site={site} committees={committees} services={services} today={today} />,
  };
});
