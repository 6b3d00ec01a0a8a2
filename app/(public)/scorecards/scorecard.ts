import { inForceOn } from '@/app/_public/in-force';
import { NotFound } from '@/app/_public/public-page';
import { today } from '@/app/_server/clock';
import { publicDatabase } from '@/db/connection/pool';
import { firstPublished, theCouncil } from '@/db/queries/published/in-force';
import { viewOf } from '@/lib/edition/scorecard';
import { isSlug } from '@/lib/text/address';
import { isDay } from '@/lib/time/instant';
import { formatDate, londonDay } from '@/lib/time/period';
import { edition } from './edition';

/** Answers with the scorecard of a service at the end of a day, or says why there is none at this address. */
export async function scorecard(request: Request, slug: string, date: string): Promise<Response> {
  if (!isSlug(slug))
    throw new NotFound('There is no published scorecard at this address.', await theCouncil(publicDatabase()));
  const db = publicDatabase();
  const { pathname, searchParams } = new URL(request.url);
  const view = viewOf(searchParams);
  if (!view) throw new NotFound('There is no such view of a scorecard.', await theCouncil(db), whole(slug));
  const present = today();
  if (date !== present && !isDay(date))
    throw new NotFound(
      `“${date.slice(0, 40)}” is not a date. Write it as 2018-08-17.`,
      await theCouncil(db),
      whole(slug),
    );
  const inForce = date <= present ? await inForceOn(slug, date) : null;
  if (!inForce) throw await missing(slug, date);
  return edition(request, inForce, { date, view, address: pathname, by: 'day' });
}

export const whole = (slug: string) => ({
  href: `/scorecards/${encodeURIComponent(slug)}`,
  text: 'The whole scorecard',
});

/** Why there is no scorecard: no such service, a day to come, or a day before the first edition. */
async function missing(slug: string, date: string): Promise<NotFound> {
  const db = publicDatabase();
  const [first, council] = [await firstPublished(db, slug), await theCouncil(db)];
  if (!first) return new NotFound('There is no published scorecard at this address.', council);
  if (date > today()) return new NotFound(`${formatDate(date)} has not come yet.`, council, whole(slug));
  const began = `The first edition of this scorecard was published on ${formatDate(londonDay(first))}`;
  return new NotFound(`${began}, so there is none for ${formatDate(date)}.`, council, whole(slug));
}
