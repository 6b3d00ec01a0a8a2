import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { ReviewList } from '@/components/review/review-list';
import { LatestStep } from '@/components/work/latest-step';
import { database } from '@/db/connection/pool';
import { reviewsFor } from '@/db/queries/review/review-page';
import { workOf } from '@/db/queries/work/work';
import { approveSeveral } from './actions';

export const metadata = { title: 'Reviews' };

export default async function Reviews({ searchParams }: PageProps<'/reviews'>) {
  const who = await requirePerson();
  const items = await found(reviewsFor(database(), who, await todayHere()));
  const { done } = await searchParams;
  return (
    <>
      <h1>Reviews</h1>
      {done && <LatestStep {...(await found(workOf(database(), who, await todayHere())))} />}
      <ReviewList items={items} fresh={crypto.randomUUID()} approve={approveSeveral} />
    </>
  );
}
