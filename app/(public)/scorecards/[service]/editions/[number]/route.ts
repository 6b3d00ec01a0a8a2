import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';
import { editionPage } from '@/app/(public)/scorecards/edition-page';
import { numberedEdition } from '@/app/(public)/scorecards/numbered-edition';
import { linkTo } from '@/app/(public)/scorecards/public-service-route';
import { viewOf } from '@/lib/scorecard/scorecard-view';
import { londonDay } from '@/lib/time/period';

export const dynamic = 'force-dynamic';

/** An edition at its permanent address, as it read on the day that it was published. */
export const GET = publicAnswer<{ service: string; number: string }>(async ({ params, path, query, today }) => {
  const { service, number } = params;
  const edition = await numberedEdition(service, number, today);
  const view = viewOf(query);
  if (!view) throw new NotFound('There is no such view of a scorecard.', linkTo(service));
  const date = londonDay(edition.head.publishedAt);
  return editionPage(edition, { date, view, address: path, keptFor: null });
});
