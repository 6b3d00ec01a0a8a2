import { createElement } from 'react';
import { costlyPage } from '@/app/_public/costly-page';
import { sendPage } from '@/app/_public/markup';
import { NotFound } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { numberedEdition } from '@/app/(public)/scorecards/service';
import { ChangesPage } from '@/components/edition/changes-page';
import { WithdrawnPage } from '@/components/edition/withdrawn-page';
import { publicDatabase } from '@/db/connection/pool';
import { rowsOf } from '@/db/queries/published/in-force';
import { sheetsOf } from '@/db/queries/published/measures';
import { departuresOf } from '@/db/queries/published/retired';
import { editionDifferences } from '@/lib/edition/edition-difference';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

/** What changed between two editions, named by ?from and ?to; told from the earlier to the later, however they are asked. */
export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/changes'>) {
  return costlyPage(request, async () => {
    const { service } = await params;
    const { searchParams } = new URL(request.url);
    const asked = [searchParams.get('from'), searchParams.get('to')];
    const [one, other] = [
      await numberedEdition(service, asked[0] ?? null),
      await numberedEdition(service, asked[1] ?? null),
    ];
    const [before, after] = one.head.number <= other.head.number ? [one, other] : [other, one];
    if (before.id === after.id)
      throw new NotFound('Two different editions are needed to say what changed between them.', before.council, {
        href: `/scorecards/${service}/editions`,
        text: 'All editions',
      });
    const site = siteOf(after.council);
    const gone = [before, after].find(({ withdrawal }) => withdrawal);
    if (gone?.withdrawal) {
      const page = createElement(WithdrawnPage, { site, head: gone.head, withdrawal: gone.withdrawal });
      return sendPage(request, page);
    }
    const [was, is] = await Promise.all([rowsOf(publicDatabase(), before.id), rowsOf(publicDatabase(), after.id)]);
    const sheets = await sheetsOf(publicDatabase(), [before.id, after.id]);
    const retired = await departuresOf(publicDatabase(), service, endOfLondonDay(today()));
    const [from, to] = [
      { asAt: before.head.asAt, rows: was, sheets: sheets.get(before.id) },
      { asAt: after.head.asAt, rows: is, sheets: sheets.get(after.id) },
    ];
    const differences = editionDifferences(from, to, retired);
    const latest = after.latest?.number ?? after.head.number;
    const page = createElement(ChangesPage, { site, before: before.head, after: after.head, differences, latest });
    return sendPage(request, page);
  });
}
