import { Shape } from '@/components/sign/sign-shapes';
import type { PunctualMonth } from '@/lib/status/punctuality';
import { formatMonth } from '@/lib/time/day';
import { ChartDrawing } from './chart-for-script';

/** How many readings came on time, by the month in which they fell due: a table, and the same as a chart. */
export function PunctualSection({ months, invented }: { months: PunctualMonth[]; invented: boolean }) {
  return (
    <section aria-labelledby="punctual-title">
      <h2 id="punctual-title">{titleOf(months)}</h2>
      {invented && (
        <p className="notice charted-note">
          Most of these readings, and the days on which all of them came, are invented for the demonstration.
        </p>
      )}
      <ul className="chart-key">
        <li className="on-time">
          <Shape symbol="up_to_date" /> On time
        </li>
        <li className="too-late">
          <Shape symbol="overdue" /> Submitted late
        </li>
        <li className="not-here">
          <Shape symbol="none" /> Not submitted yet
        </li>
      </ul>
      <div className="charted">
        <table className="figures">
          <caption className="unseen">Readings by the month in which they fell due</caption>
          <thead>
            <tr>
              <th scope="col">Due in</th>
              <th scope="col">On time</th>
              <th scope="col">Late</th>
              <th scope="col">Not yet</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, onTime, late, missing }) => (
              <tr key={month}>
                <th scope="row">{formatMonth(month)}</th>
                <td>{onTime}</td>
                <td>{late}</td>
                <td>{missing}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <ChartDrawing
          label="Readings on time, late and not submitted by month, as columns"
          chart={{ kind: 'months', months: months.map((row) => ({ ...row, month: formatMonth(row.month) })) }}
        />
      </div>
    </section>
  );
}

function titleOf(months: PunctualMonth[]): string {
  const onTime = months.reduce((sum, month) => sum + month.onTime, 0);
  const due = months.reduce((sum, { late, missing }) => sum + late + missing, onTime);
  if (due === 0) return 'No reading has fallen due in the last twelve months';
  return `${onTime} of ${due} readings came on time in the last twelve months`;
}
