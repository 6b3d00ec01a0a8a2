import { createElement } from 'react';
import { RetiredMeasurePage } from '@/components/retired-measure-page';
import { database } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { departureOf, type LastRow, lastRowOf } from '@/db/queries/published-retired';
import { isSlug } from '@/lib/address';
import { endOfLondonDay } from '@/lib/instant';
import { today } from '../../clock';
import { redirectTo } from '../../document';
import { inForceOn } from '../../in-force';
import { sendPage } from '../../markup';
import { NotFound, publicPage } from '../../public-page';
import { siteOf } from '../../site';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/measures/[code]'>) {
  return publicPage(async () => {
    const code = (await params).code.toLowerCase();
    const [db, before] = [database(), endOfLondonDay(today())];
    const last = isSlug(code) ? await lastRowOf(db, code, before) : null;
    if (!last) throw new NotFound('There is no published measure at this address.', await theCouncil(db));
    const departure = await departureOf(db, code, before);
    const now = await inForceOn(last.service, today());
    if (!departure || now?.head.number === last.edition) return redirectTo(placeOf(last, now?.head.number));
    const page = createElement(RetiredMeasurePage, { site: siteOf(await theCouncil(db)), departure, last });
    return sendPage(request, page);
  });
}

/** Where the row stands: on the scorecard in force, else on the last one that had it. */
const placeOf = ({ service, edition, lastDay, row }: LastRow, inForce: number | undefined): string =>
  `/scorecards/${service}${edition === inForce || !lastDay ? '' : `/${lastDay}`}#${row.code}`;
