import type { History } from '@/db/queries/history/reading-history';
import { HistoryList } from './history-list';

type Props = { history: History; back: { href: string; text: string } };

/** What happened to a reading, a measure or a service, as sentences with who and when. */
export function HistoryPage({ history, back }: Props) {
  return (
    <>
      <header className="page-head">
        <p className="kicker">History, {history.service.name}</p>
        <h1>{history.title}</h1>
      </header>
      <HistoryList lines={history.lines} />
      <p className="after">
        <a href={back.href}>{back.text}</a>
      </p>
    </>
  );
}
