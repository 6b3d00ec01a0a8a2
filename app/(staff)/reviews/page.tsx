import { found } from '@/app/found';
import { requirePerson, todayHere } from '@/app/session';
import { LatestDeed } from '@/components/latest-deed';
import { ReviewList } from '@/components/review-list';
import { database } from '@/db/pool';
import { reviewsFor } from '@/db/queries/review-page';
import { workOf } from '@/db/queries/work';
import { approveSeveral } from './actions';

export const metadata = { title: 'Reviews' };

export default async function Reviews({ searchParams }: PageProps<'/reviews'>) {
  const who = await requirePerson();
  const items = await found(reviewsFor(database(), who, await todayHere()));
  const { done } = await searchParams;
  return (
    <>
      <h1>Reviews</h1>
      {done && <LatestDeed {...(await found(workOf(database(), who, await todayHere())))} />}
      <ReviewList items={items} fresh={crypto.randomUUID()} approve={approveSeveral} />
    </>
  );
}
