import { markup } from '@/app/_public/markup';
import { publicPage } from '@/app/_public/public-page';
import { settings } from '@/app/_server/settings';
import { dataInForceOn } from '@/app/(public)/data/council-data';
import { dataFiles } from '@/app/(public)/data/data-files';
import { DataPage } from '@/components/open-data/data-page';

export const dynamic = 'force-dynamic';

/** Every file of data that there is. */
export const GET = publicPage(
  async ({ request, site, council, today }) => {
    const editions = await dataInForceOn(today);
    const data = await dataFiles(council, editions, today);
    const page = (
      <DataPage
        site={site}
        origin={settings().origin ?? new URL(request.url).origin}
        council={data?.files ?? null}
        services={data?.services ?? []}
        dataset={data?.dataset}
      />
    );
    // Without a tag where it names the host of the request, as a feed does.
    return settings().origin ? page : { body: Buffer.from(await markup(page)), etag: null };
  },
  { costly: true },
);
