import { apiAnswer, apiOptions } from '@/app/_public/api-answer';
import { NotFound } from '@/app/_public/not-found';
import { measureListOf } from '@/app/(public)/api/v1/measure-list';
import { dataInForceOn } from '@/app/(public)/data/council-data';

export const dynamic = 'force-dynamic';

/** The measures of the editions in force, of all services or of one. */
export const GET = apiAnswer(async ({ council, path, query, today }) => {
  const service = query.get('service');
  const editions = await dataInForceOn(today);
  const some = editions.filter(({ head }) => service === null || head.service.slug === service);
  if (service !== null && some.length === 0)
    throw new NotFound('There is no service with a published scorecard of that name.');
  return measureListOf(
    some.map(({ id, head }) => ({ id, head, council, date: today })),
    { path, query },
  );
});
export const OPTIONS = apiOptions;
