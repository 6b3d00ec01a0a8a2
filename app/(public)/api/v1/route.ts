import { apiAnswer, apiOptions } from '@/app/_public/api-answer';

export const dynamic = 'force-dynamic';

/** What the interface for programs has, and under which licence. */
export const GET = apiAnswer(async ({ council }) => ({
  title: `${council.name}: published performance figures`,
  publisher: council.name,
  area_code: council.areaCode,
  licence: council.licence,
  openapi: '/api/v1/openapi.json',
  services: '/api/v1/services',
  measures: '/api/v1/measures',
  columns: '/data/columns',
}));
export const OPTIONS = apiOptions;
