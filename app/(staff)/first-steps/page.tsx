import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { FirstStepsPage } from '@/components/work/first-steps-page';
import { database } from '@/db/connection/pool';
import { firstStepsFor } from '@/db/queries/work/first-steps';

export const metadata: Metadata = { title: 'First steps' };

export default async function Page() {
  const who = await requirePerson();
  const { council, isPublished, steps } = await found(firstStepsFor(database(), who, await todayHere()));
  return <FirstStepsPage name={who.name} council={council} isPublished={isPublished} steps={steps} />;
}
