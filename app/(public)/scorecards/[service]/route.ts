import { publicPage } from '@/app/_public/public-page';
import { today } from '@/app/_server/clock';
import { scorecard } from '@/app/(public)/scorecards/scorecard';
import { parseDay } from '@/lib/time/day-entry';

export const dynamic = 'force-dynamic';

/** The scorecard of today; a day that was picked leads on to the address of that day. */
export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]'>) {
  return publicPage(request, async () => {
    const { service } = await params;
    const picked = new URL(request.url).searchParams.get('date');
    if (picked === null) return scorecard(request, service, today());
    const parsed = parseDay(picked);
    const day = 'day' in parsed ? parsed.day : picked;
    const location = `/scorecards/${encodeURIComponent(service)}/${encodeURIComponent(day)}`;
    return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'private, no-store' } });
  });
}
