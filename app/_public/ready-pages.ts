import { lease } from '@/app/_server/lease';
import type { Repeatable } from './answer';

const key = Symbol.for('candour.ready-pages');
type Ready = Repeatable & { until: number };
type Shelf = { [key]?: { offer(address: string, page: Ready): void } };

/**
 * Lays a published page ready for whoever asks for the same address until the lease on what it says ends: taken up by
 * scripts/server/ready-pages.mjs, which answers before the framework is asked, and by nobody in development. `begun` is when the
 * page's making began. What has no tag, such as a feed, may name the host that it was asked at and is not laid ready.
 */
export function layReady(request: Request, page: Repeatable, begun: number): void {
  const shelf = (globalThis as Shelf)[key];
  if (!shelf || !page.headers.ETag) return;
  const { pathname, search } = new URL(request.url);
  shelf.offer(pathname + search, { ...page, until: begun + lease });
}
