import { createElement } from 'react';
import { CommitteesPage } from '@/components/committees-page';
import { publicDatabase } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { committeesInPublic } from '@/db/queries/published-committees';
import { endOfLondonDay } from '@/lib/instant';
import { today } from '../clock';
import { sendPage } from '../markup';
import { publicPage } from '../public-page';
import { siteOf } from '../site';

export const dynamic = 'force-dynamic';

export function GET(request: Request) {
  return publicPage(request, async () => {
    const date = today();
    const site = siteOf(await theCouncil(publicDatabase()));
    const committees = await committeesInPublic(publicDatabase(), endOfLondonDay(date));
    const page = createElement(CommitteesPage, { site, committees, today: date });
    return sendPage(request, page);
  });
}
