import { found } from '@/app/_staff/found';
import { livedHistory } from '@/app/_staff/lived-history';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { NarrowedHistoryPage } from '@/components/history/narrowed-history-page';
import { database } from '@/db/connection/pool';
import { historyOfMeasure } from '@/db/queries/history/narrowed-history';
import { historyQuestion } from '@/lib/record/history-question';

export const metadata = { title: 'History of a measure' };

export default async function MeasureHistory({ params, searchParams }: PageProps<'/history/measures/[code]'>) {
  const who = await requirePerson();
  const { code } = await params;
  const answer = historyQuestion(await searchParams);
  const history = livedHistory(await found(historyOfMeasure(database(), who, code, await todayHere(), answer)));
  const service = history.service?.slug ?? '';
  const back = { href: `/history/services/${service}`, text: 'History of the whole service' };
  return <NarrowedHistoryPage history={history} path={`/history/measures/${code}`} answer={answer} back={back} />;
}
