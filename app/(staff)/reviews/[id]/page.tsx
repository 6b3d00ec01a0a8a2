import { cache } from 'react';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { TypedBefore } from '@/components/form/typed-before';
import { ReviewBody } from '@/components/review/review-body';
import { database } from '@/db/connection/pool';
import { reviewPage } from '@/db/queries/review/review-page';
import { approve, judge, returnToOwner } from '../actions';

type Props = PageProps<'/reviews/[id]'>;

const loadPage = cache(async (id: string) => {
  const who = await requirePerson();
  const known = /^[1-9]\d{0,8}$/.test(id);
  return found(known ? reviewPage(database(), who, Number(id), await todayHere()) : Promise.resolve(null));
});

export async function generateMetadata({ params }: Props) {
  const page = await loadPage((await params).id);
  return { title: `Review: ${page.title}, ${page.period.range}` };
}

export default async function Review({ params, searchParams }: Props) {
  const page = await loadPage((await params).id);
  const steps = { approve, judge, returnToOwner };
  const typed = await keptTyping((await searchParams).kept);
  return (
    <>
      <TypedBefore typed={typed} besides={['comments', 'seen']} />
      <ReviewBody page={page} today={await todayHere()} fresh={crypto.randomUUID()} {...steps} />
    </>
  );
}
