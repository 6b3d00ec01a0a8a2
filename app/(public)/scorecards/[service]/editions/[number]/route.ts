import { NotFound, publicPage } from '@/app/_public/public-page';
import { edition } from '@/app/(public)/scorecards/edition';
import { whole } from '@/app/(public)/scorecards/scorecard';
import { numberedEdition } from '@/app/(public)/scorecards/service';
import { viewOf } from '@/lib/edition/scorecard';
import { londonDay } from '@/lib/time/period';

export const dynamic = 'force-dynamic';

/** An edition at its permanent address, as it read on the day that it was published. */
export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/editions/[number]'>) {
  return publicPage(request, async () => {
    const { service, number } = await params;
    const found = await numberedEdition(service, number);
    const { pathname, searchParams } = new URL(request.url);
    const view = viewOf(searchParams);
    if (!view) throw new NotFound('There is no such view of a scorecard.', found.council, whole(service));
    return edition(request, found, { date: londonDay(found.head.publishedAt), view, address: pathname, by: 'number' });
  });
}
