import { publicPage } from '../../../public-page';
import { scorecard } from '../../scorecard';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/[date]'>) {
  return publicPage(request, async () => {
    const { service, date } = await params;
    return scorecard(request, service, date);
  });
}
