import { papersOf } from '@/app/_public/in-force';
import type { PageResult } from '@/app/_public/public-page';
import { rendered } from '@/app/_public/rendered';
import { siteOf } from '@/app/_public/site';
import { editionSizes } from '@/app/(public)/data/edition-data';
import { WithdrawnPage } from '@/components/edition/withdrawn-page';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import { publicDatabase } from '@/db/connection/pool';
import { correctedSince } from '@/db/queries/published/editions';
import { termsOf } from '@/db/queries/published/glossary';
import { type InForce, rowsOf } from '@/db/queries/published/in-force';
import { departuresOf } from '@/db/queries/published/retired';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import type { View } from '@/lib/scorecard/scorecard-view';
import { endOfLondonDay } from '@/lib/time/instant';

type Shown = {
  /** The day that the data status is worked out for. */
  date: string;
  view: View;
  /** The page's own path. */
  address: string;
  /** The day as whose page it is kept for other servers, or null. */
  keptFor: string | null;
};

/** An edition as it reads on a day, rendered once; or why it is not shown any more. */
export async function editionPage(edition: InForce, { date, view, address, keptFor }: Shown): Promise<PageResult> {
  const { id, head, council, contact, latest, withdrawal } = edition;
  const site = siteOf(council);
  if (withdrawal) return <WithdrawnPage site={site} head={head} withdrawal={withdrawal} />;
  const papers = await papersOf(String(id));
  const page = async () => {
    const scorecard = scorecardAt(head, await rowsOf(publicDatabase(), id), date, view);
    const sizes = await editionSizes(edition);
    const corrected = latest && latest.number > head.number ? await correctedSince(publicDatabase(), id) : [];
    const retired = await departuresOf(publicDatabase(), head.service.slug, endOfLondonDay(date));
    const hasRetired = retired.some((departure) => departure.edition <= head.number);
    const terms = await termsOf(publicDatabase(), id);
    const parts = { site, scorecard, contact, address, latest, corrected, hasRetired, sizes, papers, terms };
    return <ScorecardPage {...parts} />;
  };
  return rendered({ edition, dependsOn: [address, date, view, latest?.number, papers], keptFor, page });
}
