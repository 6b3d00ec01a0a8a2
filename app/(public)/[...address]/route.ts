import { NotFound, publicPage } from '@/app/_public/public-page';
import { publicDatabase } from '@/db/connection/pool';
import { theCouncil } from '@/db/queries/published/in-force';

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
