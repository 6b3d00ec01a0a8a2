import { notFound } from 'next/navigation';
import { today } from '@/app/clock';
import { requirePerson } from '@/app/session';
import { ReleaseOverview } from '@/components/release-overview';
import { database } from '@/db/pool';
import { releasesFor } from '@/db/queries/release-page';

export const metadata = { title: 'Releases' };

export default async function Releases() {
  const who = await requirePerson();
  const items = await releasesFor(database(), who, today());
  if (items.length === 0) notFound();
  return <ReleaseOverview items={items} />;
}
