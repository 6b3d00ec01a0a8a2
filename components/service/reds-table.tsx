import { ActionList } from '@/components/text/action-list';
import { capital } from '@/components/text/due-line';
import { Prose } from '@/components/text/prose';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { ragSentence } from '@/lib/target/judged-status';

/** Every Red of an edition with how it stands, why, and what is being done. */
export function RedsTable({ reds }: { reds: ScorecardRow[] }) {
  return (
    <section aria-labelledby="reds-title">
      <h2 id="reds-title">{titleOf(reds)}</h2>
      {reds.length > 0 && (
        <table className="working reds">
          <caption className="unseen">Each Red measure, with why and what is being done</caption>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Measure</th>
              <th scope="col">How it stands</th>
              <th scope="col">Why</th>
              <th scope="col">What is being done</th>
            </tr>
          </thead>
          <tbody>
            {reds.map(({ number, code, title, rag, comments, actions }) => (
              <tr key={code}>
                <td>{number}</td>
                <th scope="row">
                  <a href={`/measures/${code}`}>{title}</a>
                </th>
                <td data-label="How it stands">{capital(ragSentence(rag).replace(/^Red: /, ''))}</td>
                <td data-label="Why">{comments ? <Prose text={comments} /> : <i>No comments.</i>}</td>
                <td data-label="What is being done">
                  {actions.length > 0 ? <ActionList actions={actions} /> : <i>No action is given.</i>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function titleOf(reds: ScorecardRow[]): string {
  if (reds.length === 0) return 'Nothing is Red';
  const either = reds.some(({ rag }) => rag.judged) ? ', by the rule or as judged' : '';
  return `The ${reds.length === 1 ? 'one Red' : `${reds.length} Reds`}${either}, with cause and action`;
}
