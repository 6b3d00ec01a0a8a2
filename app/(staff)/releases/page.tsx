import { today } from '@/app/clock';
import { found } from '@/app/found';
import { requirePerson } from '@/app/session';
import { ReleaseOverview } from '@/components/release-overview';
import { database } from '@/db/pool';
import { releasesFor } from '@/db/queries/release-page';

export const metadata = { title: 'Releases' };

export default async function Releases() {
  const who = await requirePerson();
  const items = await found(releasesFor(database(), who, today()));
  return <ReleaseOverview items={items} />;
}
