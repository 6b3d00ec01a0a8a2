import { createElement } from 'react';
import { inForceOn } from '@/app/_public/in-force';
import { sendPage } from '@/app/_public/markup';
import { siteOf } from '@/app/_public/site';
import { today } from '@/app/_server/clock';
import { RedsPage } from '@/components/edition/reds-page';
import { publicDatabase } from '@/db/connection/pool';
import { firstPublished, type InForce, rowsOf } from '@/db/queries/published/in-force';
import { departuresOf } from '@/db/queries/published/retired';
import { type Comparison, formerReds, yearBefore } from '@/lib/edition/reds';
import { endOfLondonDay } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';
import { serviceInForce } from './service';

/** Answers with what became of the measures of a service that were Red a year ago. */
export async function reds(request: Request, slug: string): Promise<Response> {
  const date = today();
  const now = await serviceInForce(slug);
  const comparison = await compared(slug, now, date);
  const page = { site: siteOf(now.council), service: now.head.service, edition: now.head.number, comparison };
  return sendPage(request, createElement(RedsPage, { ...page, today: date }));
}

/** The edition in force now against the one a year ago, or against the first where there was none then. */
async function compared(slug: string, now: InForce, date: string): Promise<Comparison> {
  const db = publicDatabase();
  const first = await firstPublished(db, slug);
  const aYearAgo = yearBefore(date);
  const began = first ? londonDay(new Date(first).toISOString()) : date;
  const day = [began, aYearAgo].sort()[1] as string;
  const then = await inForceOn(slug, day);
  const of = { day, isFirst: day !== aYearAgo, edition: then?.head.number ?? null };
  if (!then) return { ...of, told: 'none' };
  if (then.withdrawal) return { ...of, told: 'withdrawn', ...then.withdrawal };
  const before = await rowsOf(db, then.id);
  if (then.id === now.id)
    return { ...of, told: 'same', count: before.filter(({ rag }) => rag.colour === 'red').length };
  const departed = await departuresOf(db, slug, endOfLondonDay(date));
  return { ...of, told: 'reds', reds: formerReds(before, await rowsOf(db, now.id), departed) };
}
