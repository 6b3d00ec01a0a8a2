import { councilPage } from '@/app/(public)/council-page';
import { HowToReadPage } from '@/components/guide/how-to-read-page';
import type { Example } from '@/components/guide/worked-example';
import { publicDatabase } from '@/db/connection/pool';
import { rowsOf } from '@/db/queries/published/in-force';
import type { StandingEdition } from '@/db/queries/published/standing-editions';
import { exampleIn } from '@/lib/scorecard/worked-example';
import { statusAt } from '@/lib/status/data-status';

export const dynamic = 'force-dynamic';

/** How to read a scorecard, with a line of one that is in force; made once for the editions of a day. */
export const GET = councilPage(({ site, today }) => ({
  dependsOn: ['how-to-read'],
  page: async (_, editions) => <HowToReadPage site={site} example={await exampleOf(editions, today)} />,
}));

/** The first line by which a scorecard is well explained; null while none is published. */
async function exampleOf(editions: StandingEdition[], today: string): Promise<Example | null> {
  for (const { id, head } of editions) {
    const row = exampleIn(await rowsOf(publicDatabase(), id));
    if (row) return { head, row: { ...row, status: statusAt(row.schedule, today) } };
  }
  return null;
}
