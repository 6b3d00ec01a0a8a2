import { publicDatabase } from '@/db/connection/pool';
import { presentSlugInPublic } from '@/db/queries/published/in-force';
import { isSlug } from '@/lib/text/page-address';
import { movedTo } from './answer';
import { forget } from './last-known';

/** Leads from an address under a service's earlier one to the same under its present one; null for every other address. */
export async function moved(request: Request): Promise<Response | null> {
  const { pathname, search } = new URL(request.url);
  const [, under, slug, rest = ''] = /^(\/scorecards|\/api\/v1\/services)\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
  const present = slug && isSlug(slug) ? await presentSlugInPublic(publicDatabase(), slug) : null;
  if (!present) return null;
  forget(request.url);
  return movedTo(`${under}/${present}${rest}${search}`);
}
