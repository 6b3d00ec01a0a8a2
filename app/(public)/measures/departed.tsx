import { redirectTo } from '@/app/_public/answer';
import { NotFound } from '@/app/_public/not-found';
import type { PageResult } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { RetiredMeasurePage } from '@/components/measure/retired-measure-page';
import { publicDatabase } from '@/db/connection/pool';
import type { Council } from '@/db/queries/published/in-force';
import { departureOf, type LastRow, lastRowOf } from '@/db/queries/published/retired';
import { endOfLondonDay } from '@/lib/time/instant';
import { noMeasure } from './measure';

/** Tells why the latest edition is without a measure: it was retired, or an earlier edition was the last to have it. */
export async function departed(code: string, council: Council, today: string): Promise<PageResult> {
  const before = endOfLondonDay(today);
  const last = await lastRowOf(publicDatabase(), code, before);
  if (!last) throw new NotFound(noMeasure);
  const departure = await departureOf(publicDatabase(), code, before);
  if (!departure) return redirectTo(placeOf(last));
  return <RetiredMeasurePage site={siteOf(council)} departure={departure} last={last} />;
}

const placeOf = ({ service, lastDay, row }: LastRow): string =>
  `/scorecards/${service}${lastDay ? `/${lastDay}` : ''}#${row.code}`;
