import { createElement } from 'react';
import { sendPage } from '@/app/_public/markup';
import { publicPage } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { CommitteesPage } from '@/components/committee/committees-page';
import { publicDatabase } from '@/db/connection/pool';
import { committeesInPublic } from '@/db/queries/published/committees';
import { theCouncil } from '@/db/queries/published/in-force';
import { endOfLondonDay } from '@/lib/time/instant';

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
