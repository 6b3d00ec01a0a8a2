import type { MeasureReadiness } from '../lib/readiness';
import { Shape } from './symbol-sprite';

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
        </tr>
      </thead>
      <tbody>
        {readiness.map(({ number, code, title, period, state, sentence, href }) => (
          <tr key={code}>
            <td>{number}</td>
            <th scope="row">
              <a href={href}>{title}</a>
            </th>
            <td>{period ? period.label : <i>none yet</i>}</td>
            <td>
              <span className={`tag ${words[state].colour}`}>
                <Shape of={words[state].shape} />
                {words[state].word}
              </span>
              <small>{sentence}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
