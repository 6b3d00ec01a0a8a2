import { apiAnswer, apiOptions } from '@/app/_public/api-answer';
import { apiEdition } from '@/app/(public)/api/v1/addressed-edition';
import { editionInFull } from '@/app/(public)/api/v1/described-services-and-editions';

export const dynamic = 'force-dynamic';

/** An edition of a service. */
export const GET = apiAnswer<{ service: string; number: string }>(async ({ params: { service, number }, path }) => {
  const edition = await apiEdition(service, number, path);
  return edition instanceof Response ? edition : editionInFull(edition.head);
});
export const OPTIONS = apiOptions;
