import { createElement } from 'react';
import { CommitteePage } from '@/components/committee-page';
import { publicDatabase } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { committeeInPublic } from '@/db/queries/published-committees';
import { isSlug } from '@/lib/address';
import { meetingsOn } from '@/lib/committee';
import { endOfLondonDay } from '@/lib/instant';
import { today } from '../../clock';
import { costlyPage } from '../../costly-page';
import { sendPage } from '../../markup';
import { NotFound } from '../../public-page';
import { siteOf } from '../../site';
import { sinceMeeting } from '../since';

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
