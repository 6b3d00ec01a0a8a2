import { createElement } from 'react';
import { costlyPage } from '@/app/_public/costly-page';
import { sendPage } from '@/app/_public/markup';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { SearchPage } from '@/components/search/search-page';
import { publicDatabase } from '@/db/connection/pool';
import { theCouncil } from '@/db/queries/published/in-force';
import { question } from '@/lib/search/question';
import { endOfLondonDay } from '@/lib/time/instant';
import { measuresInForce } from './measures-in-force';

export const dynamic = 'force-dynamic';

export function GET(request: Request) {
  return costlyPage(request, async () => {
    const asked = question(new URL(request.url).searchParams.get('q') ?? '');
    const day = today();
    const site = siteOf(await theCouncil(publicDatabase()));
    const { editions, search } = await measuresInForce(endOfLondonDay(day), day);
    const services = editions.map(({ service }) => service);
    const answer = asked.text ? search(asked.text) : null;
    return sendPage(request, createElement(SearchPage, { site, asked, answer, services }));
  });
}
