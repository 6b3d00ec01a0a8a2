import { found } from '@/app/_staff/found';
import { livedHistory } from '@/app/_staff/lived-history';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { NarrowedHistoryPage } from '@/components/history/narrowed-history-page';
import { database } from '@/db/connection/pool';
import { historyOfService } from '@/db/queries/history/narrowed-history';
import { historyQuestion } from '@/lib/record/history-question';

export const metadata = { title: 'History of a service' };

export default async function ServiceHistory({ params, searchParams }: PageProps<'/history/services/[slug]'>) {
  const who = await requirePerson();
  const { slug } = await params;
  const answer = historyQuestion(await searchParams);
  const history = livedHistory(await found(historyOfService(database(), who, slug, await todayHere(), answer)));
  const back = { href: '/history', text: 'All histories' };
  return <NarrowedHistoryPage history={history} path={`/history/services/${slug}`} answer={answer} back={back} />;
}
