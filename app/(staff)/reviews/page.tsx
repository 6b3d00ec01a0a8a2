import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { ReviewList } from '@/components/review/review-list';
import { reviewLine } from '@/components/review/review-row';
import { ListPages } from '@/components/text/list-pages';
import { LatestStep } from '@/components/work/latest-step';
import { database } from '@/db/connection/pool';
import { reviewOrder, reviewsFor } from '@/db/queries/review/review-page';
import { recentSteps } from '@/db/queries/work/recent-steps';
import { pick } from '@/lib/collection/pick';
import { entriesOn, pageFromAddress, pageOfList } from '@/lib/form/page-of-list';
import { approveSeveral } from './actions';

export const metadata = { title: 'Reviews' };

export default async function Reviews({ searchParams }: PageProps<'/reviews'>) {
  const who = await requirePerson();
  const { done, page: number } = await searchParams;
  const page = pageFromAddress(number);
  const order = await found(reviewOrder(database(), who, await todayHere()));
  const items = await found(reviewsFor(database(), who, await todayHere(), entriesOn(order, page)));
  return (
    <>
      <h1>Reviews</h1>
      {done && <LatestStep recent={await found(recentSteps(database(), who))} />}
      <ReviewList
        items={items.map((item) => pick(item, reviewLine))}
        isEmpty={order.length === 0}
        fresh={crypto.randomUUID()}
        approve={approveSeveral}
      />
      <ListPages place={pageOfList(order.length, page)} address="/reviews" list="what waits for review" />
    </>
  );
}
