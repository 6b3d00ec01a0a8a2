import { createElement } from 'react';
import { EditionsPage } from '@/components/editions-page';
import { publicDatabase } from '@/db/pool';
import { editionsOf, pageLength } from '@/db/queries/published-editions';
import { sendPage } from '../../../markup';
import { publicPage } from '../../../public-page';
import { siteOf } from '../../../site';
import { countIn, serviceInForce } from '../../service';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/editions'>) {
  return publicPage(request, async () => {
    const { head, council } = await serviceInForce((await params).service);
    const { slug, name } = head.service;
    const before = countIn(new URL(request.url).searchParams.get('before')) ?? 2 ** 31 - 1;
    const found = await editionsOf(publicDatabase(), slug, before);
    const editions = found.slice(0, pageLength);
    const older = found.length > pageLength ? `/scorecards/${slug}/editions?before=${editions.at(-1)?.number}` : null;
    const page = createElement(EditionsPage, { site: siteOf(council), service: { slug, name }, editions, older });
    return sendPage(request, page);
  });
}
