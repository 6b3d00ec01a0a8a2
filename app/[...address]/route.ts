import { publicDatabase } from '@/db/pool';
import { theCouncil } from '@/db/queries/published';
import { NotFound, publicPage } from '../public-page';

export const dynamic = 'force-dynamic';

/** Every address that nothing else answers. */
export function GET(request: Request) {
  return publicPage(request, async () => {
    throw new NotFound(
      'There is no page at this address. It may have been mistyped.',
      await theCouncil(publicDatabase()),
    );
  });
}
