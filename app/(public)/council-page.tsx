import type { ReactElement } from 'react';
import { contentOf } from '@/app/_public/answer';
import { markup } from '@/app/_public/markup';
import { madeOnce } from '@/app/_public/rendered';
import type { Site } from '@/components/frame/public-document';
import { publicDatabase } from '@/db/connection/pool';
import { measuresOfEditions, standingEditions } from '@/db/queries/published/council';
import { type CouncilView, councilView } from '@/lib/scorecard/council-view';
import { endOfLondonDay } from '@/lib/time/instant';

/** A page over all services, made once for the editions in force on a day. */
export async function councilPage(
  kind: string[],
  { site, today }: { site: Site; today: string },
  page: (view: CouncilView) => ReactElement,
) {
  const before = endOfLondonDay(today);
  const editions = await standingEditions(publicDatabase(), before);
  const dependsOn = [...kind, site, today, editions.map(({ head }) => head)];
  return madeOnce(dependsOn, async () => {
    const measures = await measuresOfEditions(publicDatabase(), editions, before);
    return contentOf(Buffer.from(await markup(page(councilView(measures, today))), 'utf8'));
  });
}
