import { lease } from '@/app/_server/lease';
import type { Repeatable } from './answer';

const key = Symbol.for('candour.ready-pages');
/** Has a page made and laid anew; null for one that is made by request alone, as its readers are counted. */
type Again = (() => Promise<unknown>) | null;
type Ready = Repeatable & { until: number; again: Again };
type Shelf = { [key]?: { offer(address: string, page: Ready): void } };

/**
 * Lays a published page ready for the next requests of the same address, until the lease on its content ends. It is read by
 * scripts/server/ready-pages/pages.mjs, which answers before the framework does, and by nothing in development or with
 * CANDOUR_READY_PAGES=off. `begun` is when the page's making began. Content without a tag, such as a feed where no origin is set,
 * names the host of its request and is not laid ready.
 */
export function layReady(request: Request, page: Repeatable, { begun, again }: { begun: number; again: Again }): void {
  const shelf = (globalThis as Shelf)[key];
  if (!shelf || !page.headers.ETag) return;
  const { pathname, search } = new URL(request.url);
  shelf.offer(pathname + search, { ...page, until: begun + lease, again });
}
