import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { HistoryPage } from '@/components/history/history-page';
import { database } from '@/db/connection/pool';
import { historyOfReading } from '@/db/queries/history/reading-history';

export const metadata = { title: 'History of a reading' };

export default async function ReadingHistory({ params }: PageProps<'/readings/[code]/[period]/history'>) {
  const who = await requirePerson();
  const { code, period } = await params;
  const history = await found(historyOfReading(database(), who, { code, periodStart: period }, await todayHere()));
  const back = { href: `/history/measures/${code}`, text: 'History of the whole measure' };
  return <HistoryPage history={history} back={back} />;
}
