import { found } from '@/app/found';
import { serverTroubles } from '@/app/server-trouble';
import { requirePerson, todayHere } from '@/app/session';
import { ReleaseOverview } from '@/components/release-overview';
import { ServerTrouble } from '@/components/server-trouble';
import { database } from '@/db/pool';
import { releasesFor } from '@/db/queries/release-page';

export const metadata = { title: 'Releases' };

export default async function Releases() {
  const who = await requirePerson();
  const items = await found(releasesFor(database(), who, await todayHere()));
  const trouble = await found(serverTroubles(database()));
  return (
    <>
      <ReleaseOverview items={items} />
      <ServerTrouble sentences={trouble} />
    </>
  );
}
