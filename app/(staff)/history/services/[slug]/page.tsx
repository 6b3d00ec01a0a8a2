import { found } from '@/app/found';
import { requirePerson, todayHere } from '@/app/session';
import { HistoryPage } from '@/components/history-page';
import { database } from '@/db/pool';
import { historyOfService } from '@/db/queries/history';

export const metadata = { title: 'History of a service' };

export default async function ServiceHistory({ params }: PageProps<'/history/services/[slug]'>) {
  const who = await requirePerson();
  const history = await found(historyOfService(database(), who, (await params).slug, await todayHere()));
  return <HistoryPage history={history} back={{ href: '/history', text: 'All histories' }} />;
}
