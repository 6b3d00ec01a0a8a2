import { inForceOn } from '@/app/_public/in-force';
import { NotFound } from '@/app/_public/not-found';
import type { PageResult, Question } from '@/app/_public/public-page';
import { publicDatabase } from '@/db/connection/pool';
import { firstPublished } from '@/db/queries/published/in-force';
import { viewOf } from '@/lib/scorecard/scorecard-view';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';
import { formatDate, londonDay } from '@/lib/time/period';
import { editionPage } from './edition-page';
import { linkTo, noScorecard } from './public-service-route';

/** The scorecard of a service at the end of a day; throws NotFound with the reason why there is none at this address. */
export async function scorecardOn(
  date: string,
  { params, path, query, today }: Question<{ service: string }>,
): Promise<PageResult> {
  const { service: slug } = params;
  if (!isSlug(slug)) throw new NotFound(noScorecard);
  const view = viewOf(query);
  if (!view) throw new NotFound('There is no such view of a scorecard.', linkTo(slug));
  if (date !== today && !isDay(date))
    throw new NotFound(`“${date.slice(0, 40)}” is not a date. Write it as 2018-08-17.`, linkTo(slug));
  const edition = date <= today ? await inForceOn(slug, date) : null;
  if (!edition) throw await missing(slug, date, today);
  return editionPage(edition, { date, view, address: path, keptFor: date === today ? today : null });
}

/** Why there is no scorecard: no such service, a day to come, or a day before the first edition. */
async function missing(slug: string, date: string, today: string): Promise<NotFound> {
  const first = await firstPublished(publicDatabase(), slug);
  if (!first) return new NotFound(noScorecard);
  if (date > today) return new NotFound(`${formatDate(date)} has not come yet.`, linkTo(slug));
  const began = `The first edition of this scorecard was published on ${formatDate(londonDay(first))}`;
  return new NotFound(`${began}, so there is none for ${formatDate(date)}.`, linkTo(slug));
}
