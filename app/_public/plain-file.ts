import { settings } from '@/app/_server/server-settings';
import type { Content } from './answer';
import { contentOf } from './answer';

/** A text for machines that names whole addresses: without a tag where it names the host of the request, as a feed does. */
export function namingHost(request: Request, type: string, text: (origin: string) => string): Content {
  const { origin } = settings();
  const headers = { 'Content-Type': `${type}; charset=utf-8` };
  if (origin) return { ...contentOf(Buffer.from(text(origin))), headers };
  return { body: Buffer.from(text(new URL(request.url).origin)), etag: null, headers };
}
