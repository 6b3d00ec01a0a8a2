import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';
import { siteOf } from '@/app/_public/site';
import { differencesBetween } from '@/app/(public)/scorecards/differences';
import { allEditions, numberedEdition } from '@/app/(public)/scorecards/numbered-edition';
import { ChangesPage } from '@/components/edition/changes-page';
import { WithdrawnPage } from '@/components/edition/withdrawn-page';

export const dynamic = 'force-dynamic';

/** What changed between two editions, ?from and ?to: always from the earlier to the later, in whichever order they come. */
export const GET = publicAnswer<{ service: string }>(
  async ({ params: { service }, query, today }) => {
    const from = await numberedEdition(service, query.get('from'), today);
    const to = await numberedEdition(service, query.get('to'), today);
    if (from.id === to.id)
      throw new NotFound('Two different editions are needed to say what changed between them.', allEditions(service));
    const isInOrder = from.head.number <= to.head.number;
    const before = isInOrder ? from : to;
    const after = isInOrder ? to : from;
    const site = siteOf(after.council);
    for (const { head, withdrawal } of [before, after])
      if (withdrawal) return <WithdrawnPage site={site} head={head} withdrawal={withdrawal} />;
    const differences = await differencesBetween(before, after, today);
    const latest = after.latest?.number ?? after.head.number;
    const page = { site, before: before.head, after: after.head, differences, latest };
    return <ChangesPage {...page} />;
  },
  { costly: true },
);
