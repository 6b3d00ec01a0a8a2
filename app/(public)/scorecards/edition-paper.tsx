import { redirectTo } from '@/app/_public/answer';
import { paperAnswer } from '@/app/_public/files/paper-file';
import { inForceOn } from '@/app/_public/in-force';
import { NotFound } from '@/app/_public/not-found';
import { type PageResult, publicAnswer } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { paperOf } from '@/app/_server/papers';
import { numberedEdition } from '@/app/(public)/scorecards/numbered-edition';
import { linkTo } from '@/app/(public)/scorecards/public-service-route';
import { WithdrawnPage } from '@/components/edition/withdrawn-page';
import { publicDatabase } from '@/db/connection/pool';
import type { InForce } from '@/db/queries/published/in-force';
import { type PaperKind, paperFileName, paperPath } from '@/lib/paper/paper-kinds';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';

/** The route handler of an edition's committee paper, at its permanent address. */
export const editionPaper = (kind: PaperKind) =>
  publicAnswer<{ service: string; number: string }>(
    async ({ params: { service, number }, today }) => paperResult(await numberedEdition(service, number, today), kind),
    { costly: true },
  );

/** The route handler that leads to the paper of the edition in force at the end of a day. */
export const paperOnDay = (kind: PaperKind) =>
  publicAnswer<{ service: string; date: string }>(async ({ params: { service: slug, date }, today }) => {
    const edition = isSlug(slug) && isDay(date) && date <= today ? await inForceOn(slug, date) : null;
    if (!edition) throw new NotFound('There is no paper of this scorecard for this day.', linkTo(slug));
    return redirectTo(paperPath(edition.head.service.slug, edition.head.number, kind));
  });

/** The paper; what stands at the address of an edition that was withdrawn; or to come again while too many are being made. */
async function paperResult(edition: InForce, kind: PaperKind): Promise<PageResult> {
  const { head, council, withdrawal } = edition;
  if (withdrawal) return <WithdrawnPage site={siteOf(council)} head={head} withdrawal={withdrawal} />;
  const name = paperFileName(head.service.slug, head.number, kind);
  return paperAnswer({ name, kind, council }, paperOf(publicDatabase(), edition, kind));
}
