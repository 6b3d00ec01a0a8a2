import { forShared } from '@/app/_server/cache-and-policy-headers';
import { submissionApi } from '@/lib/submission/submission-openapi';

export const dynamic = 'force-dynamic';

/** The description of the interface by which systems send readings: it is no secret, and may be kept. */
export const GET = (): Response =>
  new Response(`${JSON.stringify(submissionApi)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': forShared },
  });
