import { apiAnswer, apiOptions } from '@/app/_public/api-answer';
import { openApi } from '@/lib/open-data/openapi';

export const dynamic = 'force-dynamic';

/** The description of the interface for programs. */
export const GET = apiAnswer(async () => openApi);
export const OPTIONS = apiOptions;
