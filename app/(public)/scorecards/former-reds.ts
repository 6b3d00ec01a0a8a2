import { inForceOn } from '@/app/_public/in-force';
import { publicDatabase } from '@/db/connection/pool';
import { firstPublished, type InForce, rowsOf } from '@/db/queries/published/in-force';
import { departuresOf } from '@/db/queries/published/retired';
import { type Comparison, formerReds, yearBefore } from '@/lib/edition/reds';
import { isRed } from '@/lib/target/judged-status';
import { endOfLondonDay } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';

/** The edition of a service in force now against the one a year ago, or against the first where there was none then. */
export async function redsSinceAYear(slug: string, now: InForce, date: string): Promise<Comparison> {
  const db = publicDatabase();
  const first = await firstPublished(db, slug);
  const aYearAgo = yearBefore(date);
  const began = first ? londonDay(new Date(first).toISOString()) : date;
  const isFirst = began > aYearAgo;
  const day = isFirst ? began : aYearAgo;
  const earlier = await inForceOn(slug, day);
  const compared = { day, isFirst, edition: earlier?.head.number ?? null };
  if (!earlier) return { ...compared, kind: 'none' };
  if (earlier.withdrawal) return { ...compared, kind: 'withdrawn', ...earlier.withdrawal };
  const before = await rowsOf(db, earlier.id);
  if (earlier.id === now.id) return { ...compared, kind: 'same', count: before.filter(({ rag }) => isRed(rag)).length };
  const departures = await departuresOf(db, slug, endOfLondonDay(date));
  return { ...compared, kind: 'reds', reds: formerReds(before, await rowsOf(db, now.id), departures) };
}
