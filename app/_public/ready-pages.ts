import { lease } from '@/app/_server/lease';
import type { Repeatable } from './answer';

const key = Symbol.for('candour.ready-pages');
type Ready = Repeatable & { until: number };
type Shelf = { [key]?: { offer(address: string, page: Ready): void } };

/**
 * Lays a published page ready for the next requests of the same address, until the lease on its content ends. It is read by
 * scripts/server/ready-pages.mjs, which answers before the framework does, and by nothing in development. `begun` is when the
 * page's making began. Content without a tag, such as a feed, may name the host of its request and is not laid ready.
 */
export function layReady(request: Request, page: Repeatable, begun: number): void {
  const shelf = (globalThis as Shelf)[key];
  if (!shelf || !page.headers.ETag) return;
  const { pathname, search } = new URL(request.url);
  shelf.offer(pathname + search, { ...page, until: begun + lease });
}
