import { fromOwnPage } from '@/app/_staff/origin';

const mostBytes = 1_000_000;

/** What a form of our own page holds that a redirect brought along, hidden fields and all; empty for every other request. */
export async function fieldsSent(request: Request): Promise<[name: string, value: string][]> {
  const fits = Number(request.headers.get('content-length') ?? Number.NaN) <= mostBytes;
  if (request.method !== 'POST' || !fits || !fromOwnPage(request.headers)) return [];
  const form = await request.formData().catch(() => new FormData());
  return [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
}
