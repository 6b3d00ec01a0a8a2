import { serverTroubles } from '@/app/_server/server-trouble';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { ServerTrouble } from '@/components/frame/server-trouble';
import { ReleaseOverview } from '@/components/release/release-overview';
import { database } from '@/db/connection/pool';
import { releasesFor } from '@/db/queries/release/release-page';

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
