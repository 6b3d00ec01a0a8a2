import { apiAnswer, apiOptions } from '@/app/_public/api-answer';
import { measureEdition, readingList } from '@/app/(public)/api/v1/addressed-edition';

export const dynamic = 'force-dynamic';

/** The readings of a measure as the last edition that has it knows them. */
export const GET = apiAnswer<{ code: string }>(
  async ({ params, path, query, today }) => {
    const { code, edition } = await measureEdition(params.code, today);
    return readingList({ edition, code, date: today, path, query });
  },
  { costly: true },
);
export const OPTIONS = apiOptions;
