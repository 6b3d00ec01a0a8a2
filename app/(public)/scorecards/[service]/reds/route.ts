import { costlyPage } from '@/app/_public/costly-page';
import { reds } from '@/app/(public)/scorecards/reds';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/reds'>) {
  return costlyPage(request, async () => reds(request, (await params).service));
}
