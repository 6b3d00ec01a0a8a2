import { apiAnswer, apiOptions } from '@/app/_public/api-answer';
import { serviceEdition } from '@/app/(public)/api/v1/addressed-edition';
import { describedService } from '@/app/(public)/api/v1/described-services-and-editions';

export const dynamic = 'force-dynamic';

/** A service with its edition in force. */
export const GET = apiAnswer<{ service: string }>(async ({ params, today }) =>
  describedService((await serviceEdition(params.service, today)).head),
);
export const OPTIONS = apiOptions;
