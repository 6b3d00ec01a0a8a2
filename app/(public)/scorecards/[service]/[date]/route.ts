import { publicPage } from '@/app/_public/public-page';
import { scorecard } from '@/app/(public)/scorecards/scorecard';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/[date]'>) {
  return publicPage(request, async () => {
    const { service, date } = await params;
    return scorecard(request, service, date);
  });
}
