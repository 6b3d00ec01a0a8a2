import { createElement } from 'react';
import { costlyPage } from '@/app/_public/costly-page';
import { markup, sendPage } from '@/app/_public/markup';
import { NotFound, publicPage } from '@/app/_public/public-page';
import { redirectTo, send } from '@/app/_public/published-answer';
import { rendered } from '@/app/_public/rendered';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { isLive, measureView, publishedMeasure } from '@/app/(public)/measures/measure';
import { MeasurePage } from '@/components/measure/measure-page';
import { RetiredMeasurePage } from '@/components/measure/retired-measure-page';
import { publicDatabase } from '@/db/connection/pool';
import type { InForce } from '@/db/queries/published/in-force';
import { departureOf, type LastRow, lastRowOf } from '@/db/queries/published/retired';
import { spanIn } from '@/lib/edition/measure-span';
import { endOfLondonDay } from '@/lib/time/instant';

export const dynamic = 'force-dynamic';

/** The page of a measure, rendered once for each edition, day and span; of a retired one, why it went. */
export function GET(request: Request, { params }: RouteContext<'/measures/[code]'>) {
  // The longer spans are the costly ones, and nobody comes to one first.
  const answer = new URL(request.url).searchParams.has('show') ? costlyPage : publicPage;
  return answer(request, async () => {
    const { code, found } = await publishedMeasure((await params).code);
    const { id, head, council } = found;
    if (!isLive(found)) return gone(request, code, found);
    const span = spanIn(new URL(request.url).searchParams.get('show'));
    if (!span)
      throw new NotFound('There is no such view of a measure.', council, {
        href: `/measures/${code}`,
        text: 'The measure',
      });
    const [date, site] = [today(), siteOf(council)];
    const dependsOn = JSON.stringify([process.env.CANDOUR_BUILD, site, 'measure', code, date, span]);
    const render = async () => {
      const { row, view } = await measureView(found, code, span);
      return markup(createElement(MeasurePage, { site, head, row, view }));
    };
    return send(
      request,
      await rendered({ editionId: id, edition: head.sha256, dependsOn, date, keep: false, render }),
      { explorer: true },
    );
  });
}

/** What is told of a measure that the latest edition is without: why it was retired, or where it last stood. */
async function gone(request: Request, code: string, { council }: InForce): Promise<Response> {
  const before = endOfLondonDay(today());
  const last = await lastRowOf(publicDatabase(), code, before);
  if (!last) throw new NotFound('There is no published measure at this address.', council);
  const departure = await departureOf(publicDatabase(), code, before);
  if (!departure) return redirectTo(placeOf(last));
  return sendPage(request, createElement(RetiredMeasurePage, { site: siteOf(council), departure, last }));
}

const placeOf = ({ service, lastDay, row }: LastRow): string =>
  `/scorecards/${service}${lastDay ? `/${lastDay}` : ''}#${row.code}`;
