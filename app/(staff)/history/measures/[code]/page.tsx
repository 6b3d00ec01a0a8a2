import { found } from '@/app/_staff/found';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { HistoryPage } from '@/components/history/history-page';
import { database } from '@/db/connection/pool';
import { historyOfMeasure } from '@/db/queries/history/history';

export const metadata = { title: 'History of a measure' };

export default async function MeasureHistory({ params }: PageProps<'/history/measures/[code]'>) {
  const who = await requirePerson();
  const history = await found(historyOfMeasure(database(), who, (await params).code, await todayHere()));
  const back = { href: `/history/services/${history.service.slug}`, text: 'History of the whole service' };
  return <HistoryPage history={history} back={back} />;
}
