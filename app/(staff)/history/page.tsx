import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { HistoryServicesPage } from '@/components/history/history-services-page';
import { database } from '@/db/connection/pool';
import { servicesOf } from '@/db/queries/history/history-services';
import { keepsCouncil } from '@/db/queries/history/narrowed-history';

export const metadata: Metadata = { title: 'History' };

export default async function Page() {
  const who = await requirePerson();
  const services = await found(servicesOf(database(), who, await todayHere()));
  return <HistoryServicesPage services={services} council={keepsCouncil(who)} />;
}
