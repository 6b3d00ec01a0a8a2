import { publicPage } from '@/app/_public/public-page';
import { SearchPage } from '@/components/search/search-page';
import { question } from '@/lib/search/question';
import { endOfLondonDay } from '@/lib/time/instant';
import { measuresInForce } from './measures-in-force';

export const dynamic = 'force-dynamic';

export const GET = publicPage(
  async ({ site, query, today }) => {
    const typed = question(query.get('q') ?? '');
    const { editions, search } = await measuresInForce(endOfLondonDay(today), today);
    const services = editions.map(({ service }) => service);
    const answer = typed.text ? search(typed.text) : null;
    return <SearchPage site={site} question={typed} answer={answer} services={services} />;
  },
  { costly: true, repeated: false },
);
