import type { HistoryPage } from '@/db/queries/elsewhere/history-elsewhere-page';

type Props = {
  measure: HistoryPage['measures'][number];
  /** Whether any figure of the page has numbers behind it. */
  hasParts: boolean;
  /** Where the figure of a period is corrected; null where this person corrects none. */
  correct: ((start: string) => string) | null;
};

/** The figures of a measure that were published elsewhere, with what was corrected of them since. */
export function FiguresTable({ measure: { number, title, figures }, hasParts, correct }: Props) {
  return (
    <table>
      <caption>
        {number}. {title}
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="n">
            Figure
          </th>
          {hasParts && (
            <th scope="col" className="n">
              Worked out from
            </th>
          )}
          {correct && (
            <th scope="col">
              <span className="unseen">Correct it</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ start, label, range, figure, parts, provisional, corrected }) => (
          <tr key={range}>
            <th scope="row" title={range}>
              {label} <span className="unseen">({range})</span>
            </th>
            <td className="n">
              <b>{figure}</b>
              {provisional && <small> [p] provisional</small>}
              {corrected && (
                <small>
                  {' '}
                  [r] was published as {corrected.was}: {corrected.note}
                </small>
              )}
            </td>
            {hasParts && <td className="n">{parts}</td>}
            {correct && (
              <td>
                <a href={correct(start)}>
                  Correct<span className="unseen"> {label}</span>
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
