import type { NarrowedHistory } from '@/db/queries/history/narrowed-history';
import { type HistoryAnswer, historyHref } from '@/lib/record/history-question';
import { ChangeList } from './change-list';
import { HistoryFilter } from './history-filter';

type Props = {
  history: NarrowedHistory;
  /** The address of the whole history. */
  path: string;
  answer: HistoryAnswer;
  back: { href: string; text: string };
};

/** A history that can be narrowed, fifty lines a page, and taken along as a file. */
export function NarrowedHistoryPage({ history, path, answer, back }: Props) {
  const { question, typed, problems } = answer;
  const { title, service, lines, older } = history;
  return (
    <>
      <header className="page-head">
        <p className="kicker">{service && service.name !== title ? `History, ${service.name}` : 'History'}</p>
        <h1>{title}</h1>
      </header>
      <HistoryFilter
        path={path}
        typed={typed}
        problems={problems}
        people={history.people}
        measures={history.measures}
      />
      {lines.length === 0 ? <p>{nothing(answer)}</p> : <ChangeList lines={lines} />}
      <nav className="pages" aria-label="Pages">
        {question.before !== null && <a href={historyHref(path, question, { before: null })}>Newest</a>}
        {older !== null && <a href={historyHref(path, question, { before: older })}>Older</a>}
      </nav>
      <p className="after">
        {lines.length > 0 && (
          <>
            <a href={historyHref(`${path}/history.csv`, question, { before: null })} download>
              Download these lines (CSV)
            </a>
            {' · '}
          </>
        )}
        <a href={back.href}>{back.text}</a>
      </p>
    </>
  );
}

/** Why nothing is shown. */
function nothing({ question, problems }: HistoryAnswer): string {
  const { before, ...narrowing } = question;
  const narrowed = Object.values(narrowing).some((value) => value !== null);
  if (problems.length > 0) return 'Nothing is shown for these days.';
  if (narrowed) return 'Nothing that happened here is what you asked for.';
  return before === null ? 'Nothing has happened here yet.' : 'There is nothing older.';
}
