import { apiAnswer, apiOptions } from '@/app/_public/api-answer';
import { apiEdition } from '@/app/(public)/api/v1/addressed-edition';
import { measureListOf } from '@/app/(public)/api/v1/measure-list';
import { londonDay } from '@/lib/time/period';

export const dynamic = 'force-dynamic';

/** The measures of an edition as it read on the day of its publication. */
export const GET = apiAnswer<{ service: string; number: string }>(
  async ({ params: { service, number }, path, query }) => {
    const edition = await apiEdition(service, number, path);
    if (edition instanceof Response) return edition;
    const { id, head, council } = edition;
    return measureListOf([{ id, head, council, date: londonDay(head.publishedAt) }], { path, query });
  },
);
export const OPTIONS = apiOptions;
