import { Shape } from '@/components/sign/sign-shapes';
import type { MeasureReadiness } from '@/lib/release/measure-readiness';
import { formatDate, londonDay } from '@/lib/time/day';

const words: Record<MeasureReadiness['state'], { word: string; shape: string; colour: string }> = {
  published: { word: 'Published', shape: 'up_to_date', colour: '' },
  approved: { word: 'Approved', shape: 'up_to_date', colour: 'green' },
  submitted: { word: 'With the head of service', shape: 'not_due', colour: '' },
  returned: { word: 'Returned', shape: 'decreasing', colour: 'amber' },
  draft: { word: 'Draft', shape: 'none', colour: '' },
  due: { word: 'Due', shape: 'not_due', colour: '' },
  overdue: { word: 'Overdue', shape: 'overdue', colour: 'red' },
  not_due: { word: 'Not due', shape: 'incomparable', colour: 'none' },
};

type Props = { readiness: MeasureReadiness[]; caption: string };

/** Where measures of a service stand on their way to the next edition. */
export function ReadinessTable({ readiness, caption }: Props) {
  return (
    <table className="readiness">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Measure</th>
          <th scope="col">Period</th>
          <th scope="col">State</th>
          <th scope="col">Who and when</th>
        </tr>
      </thead>
      <tbody>
        {readiness.map(({ number, code, title, period, state, sentence, href, daysLate, ...who }) => (
          <tr key={`${code} ${period?.start}`}>
            <td>{number}</td>
            <th scope="row">
              <a href={href}>{title}</a>
            </th>
            <td>{period ? period.label : <i>none yet</i>}</td>
            <td>
              <span className={`tag ${words[state].colour}`}>
                <Shape symbol={words[state].shape} />
                {words[state].word}
              </span>
              {daysLate > 0 && state !== 'overdue' && (
                <span className="tag red">
                  <Shape symbol="overdue" /> Overdue
                </span>
              )}
              <small>{sentence}</small>
            </td>
            <td>
              <Who {...who} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who owns a reading, until when it is due, and who submitted and approved it. */
function Who({ owner, due, submitted, approved }: Pick<MeasureReadiness, 'owner' | 'due' | 'submitted' | 'approved'>) {
  return (
    <>
      {owner ?? 'No owner'}
      {due && <small>Due {formatDate(due)}</small>}
      {submitted && (
        <small>
          Submitted by {submitted.by}, {formatDate(londonDay(submitted.at))}
        </small>
      )}
      {approved && (
        <small>
          Approved by {approved.by}, {formatDate(londonDay(approved.at))}
        </small>
      )}
    </>
  );
}
