import { found } from '@/app/_staff/found';
import { nowHere, requirePerson, todayHere } from '@/app/_staff/session';
import { OverviewPage } from '@/components/overview/overview-page';
import { database } from '@/db/connection/pool';
import { overviewOf } from '@/db/queries/overview/overview';

export const metadata = { title: 'Overview' };

export default async function Overview() {
  const who = await requirePerson();
  const at = { today: await todayHere(), now: await nowHere() };
  return <OverviewPage overview={await found(overviewOf(database(), who, at))} />;
}
