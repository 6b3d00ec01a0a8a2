import { publicPage } from '../../../public-page';
import { reds } from '../../reds';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/reds'>) {
  return publicPage(request, async () => reds(request, (await params).service));
}
