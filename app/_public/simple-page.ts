import type { ReactElement } from 'react';
import type { Site } from '@/components/frame/public-document';
import { publicDatabase } from '@/db/connection/pool';
import { type Council, theCouncil } from '@/db/queries/published/in-force';
import { sendPage } from './markup';
import { publicPage } from './public-page';
import { siteOf } from './site';

/** The handler of a public page that needs no more than the council's own words. */
export function simplePage(page: (site: Site, council: Council | null) => ReactElement) {
  return (request: Request) =>
    publicPage(request, async () => {
      const council = await theCouncil(publicDatabase());
      return sendPage(request, page(siteOf(council), council));
    });
}
