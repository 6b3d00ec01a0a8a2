import { contentOf } from '@/app/_public/answer';
import { markup } from '@/app/_public/markup';
import { publicPage } from '@/app/_public/public-page';
import { madeOnce } from '@/app/_public/rendered';
import { settings } from '@/app/_server/server-settings';
import { dataInForceOn } from '@/app/(public)/data/council-data';
import { dataFiles, dependsOn } from '@/app/(public)/data/data-files';
import { DataPage } from '@/components/open-data/data-page';

export const dynamic = 'force-dynamic';

/** Every file of data that there is. */
export const GET = publicPage(
  async ({ request, site, council, today }) => {
    const editions = await dataInForceOn(today);
    const { origin } = settings();
    const bytes = async () => {
      const data = await dataFiles(council, editions, today);
      const page = (
        <DataPage
          site={site}
          origin={origin ?? new URL(request.url).origin}
          council={data?.files ?? null}
          services={data?.services ?? []}
          dataset={data?.dataset}
        />
      );
      return Buffer.from(await markup(page));
    };
    // Made each time and without a tag where it names the host of the request, as a feed does.
    if (!origin) return { body: await bytes(), etag: null };
    return madeOnce(['data', ...dependsOn(council, editions, today)], async () => contentOf(await bytes()));
  },
  { costly: true },
);
