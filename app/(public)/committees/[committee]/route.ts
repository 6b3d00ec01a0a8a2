import { createElement } from 'react';
import { costlyPage } from '@/app/_public/costly-page';
import { sendPage } from '@/app/_public/markup';
import { NotFound } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { sinceMeeting } from '@/app/(public)/committees/since';
import { CommitteePage } from '@/components/committee/committee-page';
import { publicDatabase } from '@/db/connection/pool';
import { committeeInPublic } from '@/db/queries/published/committees';
import { theCouncil } from '@/db/queries/published/in-force';
import { meetingsOn } from '@/lib/committee/committee';
import { isSlug } from '@/lib/text/address';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

const allCommittees = { href: '/committees', text: 'All committees' };

export function GET(request: Request, { params }: RouteContext<'/committees/[committee]'>) {
  return costlyPage(request, async () => {
    const { committee: slug } = await params;
    const [db, date] = [publicDatabase(), today()];
    const council = await theCouncil(db);
    const committee = isSlug(slug) ? await committeeInPublic(db, slug, endOfLondonDay(date)) : null;
    if (!committee) throw new NotFound('There is no committee at this address.', council, allCommittees);
    const [last] = meetingsOn(committee.meetings, date).past;
    const since = last ? await Promise.all(committee.services.map((each) => sinceMeeting(each, last, date))) : [];
    const page = createElement(CommitteePage, { site: siteOf(council), committee, since, today: date });
    return sendPage(request, page);
  });
}
