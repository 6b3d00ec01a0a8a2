import { notFound } from 'next/navigation';
import { cache } from 'react';
import { today } from '@/app/clock';
import { requirePerson } from '@/app/session';
import { ReviewSheet } from '@/components/review-sheet';
import { database } from '@/db/pool';
import { reviewPage } from '@/db/queries/review-page';
import { approve, returnToOwner } from '../actions';

type Props = PageProps<'/reviews/[id]'>;

const found = cache(async (id: string) => {
  const who = await requirePerson();
  return (/^[1-9]\d{0,8}$/.test(id) && (await reviewPage(database(), who, Number(id), today()))) || notFound();
});

export async function generateMetadata({ params }: Props) {
  const page = await found((await params).id);
  return { title: `Review: ${page.title}, ${page.period.range}` };
}

export default async function Review({ params }: Props) {
  const page = await found((await params).id);
  const steps = { approve, returnToOwner };
  return <ReviewSheet page={page} today={today()} fresh={crypto.randomUUID()} {...steps} />;
}
