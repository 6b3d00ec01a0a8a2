import { createElement } from 'react';
import { SearchPage } from '@/components/search-page';
import { publicDatabase } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { endOfLondonDay } from '@/lib/instant';
import { question } from '@/lib/question';
import { today } from '../clock';
import { costlyPage } from '../costly-page';
import { sendPage } from '../markup';
import { siteOf } from '../site';
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
