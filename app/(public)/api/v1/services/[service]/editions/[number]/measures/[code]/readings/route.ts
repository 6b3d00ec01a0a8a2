import { apiAnswer, apiOptions } from '@/app/_public/api-answer';
import { apiEdition, readingList } from '@/app/(public)/api/v1/addressed-edition';
import { londonDay } from '@/lib/time/period';

export const dynamic = 'force-dynamic';

type Params = { service: string; number: string; code: string };

/** The readings of a measure as an edition knew them. */
export const GET = apiAnswer<Params>(
  async ({ params: { service, number, code }, path, query }) => {
    const edition = await apiEdition(service, number, path);
    if (edition instanceof Response) return edition;
    return readingList({ edition, code: code.toLowerCase(), date: londonDay(edition.head.publishedAt), path, query });
  },
  { costly: true },
);
export const OPTIONS = apiOptions;
