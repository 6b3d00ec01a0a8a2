import { serverTroubles } from '@/app/_server/server-trouble';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { ServerTrouble } from '@/components/frame/server-trouble';
import { ReleaseOverview } from '@/components/release/release-overview';
import { ListPages } from '@/components/text/list-pages';
import { database } from '@/db/connection/pool';
import { releaseOrder, releasesFor } from '@/db/queries/release/release-page';
import { entriesOn, pageFromAddress, pageOfList } from '@/lib/form/page-of-list';

export const metadata = { title: 'Releases' };

export default async function Releases({ searchParams }: PageProps<'/releases'>) {
  const who = await requirePerson();
  const page = pageFromAddress((await searchParams).page);
  const order = await found(releaseOrder(database(), who));
  const items = await found(releasesFor(database(), who, await todayHere(), entriesOn(order, page)));
  const trouble = await found(serverTroubles(database()));
  return (
    <>
      <ReleaseOverview items={items} />
      <ListPages place={pageOfList(order.length, page)} address="/releases" list="services" />
      <ServerTrouble sentences={trouble} />
    </>
  );
}
