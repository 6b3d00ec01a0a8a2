import { contentOf } from '@/app/_public/answer';
import { markup } from '@/app/_public/markup';
import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';
import { madeOnce } from '@/app/_public/rendered';
import { siteOf } from '@/app/_public/site';
import { embedPolicy, htmlType } from '@/app/_server/cache-and-policy-headers';
import { measureSizes } from '@/app/(public)/data/measure-data';
import { isLive, linkTo, publishedMeasure, publishedView } from '@/app/(public)/measures/measure';
import { EmbedPage } from '@/components/open-data/embed-page';

export const dynamic = 'force-dynamic';

/** A measure by itself, which any other site may frame. It has no bar of who is signed in: it goes out as a file does. */
export const GET = publicAnswer<{ code: string }>(async ({ params, today }) => {
  const { code, edition } = await publishedMeasure(params.code, today);
  const { id, head, council } = edition;
  const nothing = new NotFound('There is nothing of this measure to be shown elsewhere.', linkTo(code));
  if (!isLive(edition)) throw nothing;
  const site = siteOf(council);
  return madeOnce([head.sha256, site, 'embed', code, today], async () => {
    const { view } = await publishedView(id, code, 'recent', today);
    if (!view) throw nothing;
    const sizes = await measureSizes(edition, view);
    const html = await markup(<EmbedPage site={site} head={head} view={view} sizes={sizes} />);
    return { ...contentOf(Buffer.from(html)), policy: embedPolicy, headers: { 'Content-Type': htmlType } };
  });
});
