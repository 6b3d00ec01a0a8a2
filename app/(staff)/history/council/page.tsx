import { found } from '@/app/_staff/found';
import { livedHistory } from '@/app/_staff/lived-history';
import { requirePerson } from '@/app/_staff/session';
import { NarrowedHistoryPage } from '@/components/history/narrowed-history-page';
import { database } from '@/db/connection/pool';
import { historyOfCouncil } from '@/db/queries/history/narrowed-history';
import { historyQuestion } from '@/lib/record/history-question';

export const metadata = { title: 'History of the council as a whole' };

export default async function CouncilHistory({ searchParams }: PageProps<'/history/council'>) {
  const who = await requirePerson();
  const answer = historyQuestion(await searchParams);
  const history = livedHistory(await found(historyOfCouncil(database(), who, answer)));
  const back = { href: '/history', text: 'All histories' };
  return <NarrowedHistoryPage history={history} path="/history/council" answer={answer} back={back} />;
}
