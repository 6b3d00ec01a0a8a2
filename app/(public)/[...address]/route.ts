import { NotFound } from '@/app/_public/not-found';
import { publicAnswer } from '@/app/_public/public-page';

export const dynamic = 'force-dynamic';

/** Every address that nothing else answers. */
export const GET = publicAnswer(() => {
  throw new NotFound('There is no page at this address. It may have been mistyped.');
});
