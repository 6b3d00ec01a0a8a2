import type { Metadata } from 'next';
import { found } from '@/app/found';
import { requirePerson, todayHere } from '@/app/session';
import { HistoryServicesPage } from '@/components/history-services-page';
import { database } from '@/db/pool';
import { servicesOf } from '@/db/queries/services';

export const metadata: Metadata = { title: 'History' };

export default async function Page() {
  const who = await requirePerson();
  return <HistoryServicesPage services={await found(servicesOf(database(), who, await todayHere()))} />;
}
