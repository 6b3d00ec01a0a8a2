import { createElement } from 'react';
import { sendPage } from '@/app/_public/markup';
import { publicPage } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { countIn, serviceInForce } from '@/app/(public)/scorecards/service';
import { EditionsPage } from '@/components/edition/editions-page';
import { publicDatabase } from '@/db/connection/pool';
import { editionsOf, pageLength } from '@/db/queries/published/editions';

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
