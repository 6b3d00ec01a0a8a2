import { costlyPage } from '../../../costly-page';
import { reds } from '../../reds';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/reds'>) {
  return costlyPage(request, async () => reds(request, (await params).service));
}
