import { namingHost } from '@/app/_public/plain-file';
import { publicPage } from '@/app/_public/public-page';
import { dataInForceOn } from '@/app/(public)/data/council-data';
import { publicDatabase } from '@/db/connection/pool';
import { measureCodes } from '@/db/queries/published/open-data';
import { sitemapText } from '@/lib/open-data/sitemap';
import { londonDay } from '@/lib/time/period';

export const dynamic = 'force-dynamic';

/** The addresses that a search engine may want to know: pages that stay, and those of the editions in force. */
export const GET = publicPage(async ({ request, today }) => {
  const editions = await dataInForceOn(today);
  const codes = await measureCodes(
    publicDatabase(),
    editions.map(({ id }) => id),
  );
  const pages = editions.flatMap(({ id, head }) => {
    const changed = londonDay(head.publishedAt);
    const measures = codes.filter(({ editionId }) => editionId === id).map(({ code }) => `/measures/${code}`);
    return [`/scorecards/${head.service.slug}`, ...measures].map((path) => ({ path, changed }));
  });
  const themes = [...new Set(codes.flatMap(({ theme }) => theme ?? []))].toSorted();
  const changed =
    pages
      .map((page) => page.changed)
      .toSorted()
      .at(-1) ?? today;
  const together = themes.map((theme) => ({ path: `/themes?theme=${encodeURIComponent(theme)}`, changed }));
  return namingHost(request, 'application/xml', (origin) => sitemapText(origin, [...pages, ...together]));
});
