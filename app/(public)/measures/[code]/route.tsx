import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';
import { rendered } from '@/app/_public/rendered';
import { siteOf } from '@/app/_public/site';
import { chartPolicy } from '@/app/_server/cache-and-policy-headers';
import { measureDataset, measureSizes } from '@/app/(public)/data/measure-data';
import { departed } from '@/app/(public)/measures/departed';
import { isLive, linkTo, publishedMeasure, publishedView } from '@/app/(public)/measures/measure';
import { MeasurePage } from '@/components/measure/measure-page';
import { publicDatabase } from '@/db/connection/pool';
import { termsOf } from '@/db/queries/published/glossary';
import { howFarIn } from '@/lib/edition/trend-length';

export const dynamic = 'force-dynamic';

/** The page of a measure, rendered once for each edition, day and span; of a retired one, why it went. */
export const GET = publicAnswer<{ code: string }>(
  async ({ params, query, today }) => {
    const { code, edition } = await publishedMeasure(params.code, today);
    const { id, head, council, contact } = edition;
    if (!isLive(edition)) return departed(code, council, today);
    const span = howFarIn(query.get('show'));
    if (!span) throw new NotFound('There is no such view of a measure.', linkTo(code));
    const page = async () => {
      const { row, view } = await publishedView(id, code, span, today);
      const shown = { site: siteOf(council), head, row, contact, view, terms: await termsOf(publicDatabase(), id) };
      if (!view) return <MeasurePage {...shown} />;
      const data = { sizes: await measureSizes(edition, view), dataset: measureDataset(edition, view) };
      return <MeasurePage {...shown} data={data} />;
    };
    return rendered({ edition, dependsOn: ['measure', code, today, span], keptFor: null, policy: chartPolicy, page });
  },
  // The longer spans are the costly ones, and no link from elsewhere leads to one.
  { costly: (query) => query.has('show') },
);
