import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { HistoryPage } from '@/components/history/history-page';
import { database } from '@/db/connection/pool';
import { historyOfService } from '@/db/queries/history/history';

export const metadata = { title: 'History of a service' };

export default async function ServiceHistory({ params }: PageProps<'/history/services/[slug]'>) {
  const who = await requirePerson();
  const history = await found(historyOfService(database(), who, (await params).slug, await todayHere()));
  return <HistoryPage history={history} back={{ href: '/history', text: 'All histories' }} />;
}
