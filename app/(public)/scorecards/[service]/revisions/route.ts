import { createElement } from 'react';
import { sendPage } from '@/app/_public/markup';
import { NotFound, publicPage } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { countIn, serviceInForce } from '@/app/(public)/scorecards/service';
import { RevisionsPage } from '@/components/edition/revisions-page';
import { publicDatabase } from '@/db/connection/pool';
import { revisionsOf } from '@/db/queries/published/editions';
import { isSlug } from '@/lib/text/address';

export const dynamic = 'force-dynamic';

/** The ledger of corrections of a service, or with ?measure of one measure. */
export function GET(request: Request, { params }: RouteContext<'/scorecards/[service]/revisions'>) {
  return publicPage(request, async () => {
    const { head, council } = await serviceInForce((await params).service);
    const { slug, name } = head.service;
    const address = `/scorecards/${slug}/revisions`;
    const { searchParams } = new URL(request.url);
    const code = searchParams.get('measure');
    const before = countIn(searchParams.get('before')) ?? 2 ** 31 - 1;
    const none = { revisions: [], more: false };
    const { revisions, more } =
      code === null || isSlug(code) ? await revisionsOf(publicDatabase(), slug, { before, code }) : none;
    if (code !== null && revisions.length === 0)
      throw new NotFound('No published figure of such a measure has been corrected.', council, {
        href: address,
        text: 'Corrections of every measure',
      });
    const query = new URLSearchParams({ ...(code && { measure: code }), before: String(revisions.at(-1)?.edition) });
    const page = createElement(RevisionsPage, {
      site: siteOf(council),
      service: { slug, name },
      measure: code ? { code, title: revisions[0]?.title ?? '' } : null,
      revisions,
      older: more ? `${address}?${query}` : null,
    });
    return sendPage(request, page);
  });
}
