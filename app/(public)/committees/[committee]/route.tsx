import { NotFound } from '@/app/_public/not-found';
import { publicPage } from '@/app/_public/public-page';
import { allCommittees, noCommittee } from '@/app/(public)/committees/no-committee';
import { sinceMeeting } from '@/app/(public)/committees/since';
import { CommitteePage } from '@/components/committee/committee-page';
import { publicDatabase } from '@/db/connection/pool';
import { committeePaperSizes } from '@/db/queries/published/committee-papers';
import { committeeInPublic } from '@/db/queries/published/committees';
import { meetingsOn } from '@/lib/committee/committee';
import { isSlug } from '@/lib/text/page-address';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

export const GET = publicPage<{ committee: string }>(
  async ({ site, params: { committee: slug }, today }) => {
    const committee = isSlug(slug) ? await committeeInPublic(publicDatabase(), slug, endOfLondonDay(today)) : null;
    if (!committee) throw new NotFound(noCommittee, allCommittees);
    const [last] = meetingsOn(committee.meetings, today).past;
    const since = last
      ? await Promise.all(committee.services.map((service) => sinceMeeting(service, last, today)))
      : [];
    const papers = await committeePaperSizes(publicDatabase(), slug, endOfLondonDay(today));
    return <CommitteePage site={site} committee={committee} since={since} papers={papers} today={today} />;
  },
  { costly: true },
);
