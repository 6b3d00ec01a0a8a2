import { today } from '../../clock';
import { publicPage } from '../../public-page';
import { scorecard } from '../scorecard';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]'>) {
  return publicPage(async () => scorecard(request, (await params).service, today()));
}
