import { apiAnswer, apiOptions, limitIn, pageOf } from '@/app/_public/api-answer';
import { BadQuestion } from '@/app/_public/problem';
import { serviceEdition } from '@/app/(public)/api/v1/addressed-edition';
import { describedEdition } from '@/app/(public)/api/v1/described-services-and-editions';
import { publicDatabase } from '@/db/connection/pool';
import { editionsOf } from '@/db/queries/published/editions';

export const dynamic = 'force-dynamic';

/** The editions of a service, the latest first; before the one that `before` names. */
export const GET = apiAnswer<{ service: string }>(async ({ params: { service }, path, query, today }) => {
  const limit = limitIn(query);
  const before = query.get('before') ?? '2147483647';
  if (!/^[1-9]\d{0,9}$/.test(before)) throw new BadQuestion('before has to be the number of an edition.');
  await serviceEdition(service, today);
  const all = await editionsOf(publicDatabase(), service, Math.min(Number(before), 2 ** 31 - 1), limit);
  const { page, next } = pageOf(all, {
    limit,
    path,
    query,
    restAt: (editions) => ({ before: String(editions.at(-1)?.number) }),
  });
  return { data: page.map(({ withdrawal, ...edition }) => describedEdition(service, edition, withdrawal)), next };
});
export const OPTIONS = apiOptions;
