import { NotFound } from '@/app/_public/not-found';
import { beforeIn } from '@/app/(public)/scorecards/numbered-edition';
import { servicePage } from '@/app/(public)/scorecards/public-service-route';
import { RevisionsPage } from '@/components/edition/revisions-page';
import { publicDatabase } from '@/db/connection/pool';
import { revisionsOf } from '@/db/queries/published/editions';
import { isSlug } from '@/lib/text/page-address';

export const dynamic = 'force-dynamic';

const none = { revisions: [], more: false };

/** The ledger of corrections of a service, or with ?measure of one measure. */
export const GET = servicePage(async ({ site, service, query }) => {
  const address = `/scorecards/${service.slug}/revisions`;
  const code = query.get('measure');
  const isKnown = code === null || isSlug(code);
  const wanted = { before: beforeIn(query), code };
  const { revisions, more } = isKnown ? await revisionsOf(publicDatabase(), service.slug, wanted) : none;
  const allMeasures = { href: address, text: 'Corrections of every measure' };
  if (code !== null && revisions.length === 0)
    throw new NotFound('No published figure of such a measure has been corrected.', allMeasures);
  const older = new URLSearchParams(code ? { measure: code } : {});
  older.set('before', String(revisions.at(-1)?.edition));
  const page = { site, service, revisions, older: more ? `${address}?${older}` : null };
  return <RevisionsPage {...page} measure={code ? { code, title: revisions[0]?.title ?? '' } : null} />;
});
