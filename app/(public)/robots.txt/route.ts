import { namingHost } from '@/app/_public/plain-file';
import { publicAnswer } from '@/app/_public/public-page';

export const dynamic = 'force-dynamic';

/** Where robots may look: everywhere but at the search, and at what is behind the sign-in, where there is nothing for them. */
export const GET = publicAnswer(({ request }) =>
  namingHost(
    request,
    'text/plain',
    (origin) => `User-agent: *\nDisallow: /search\nDisallow: /sign-in\n\nSitemap: ${origin}/sitemap.xml\n`,
  ),
);
