import type { YearProposal } from '@/db/queries/framework/outturns';

/** What the readings of a year give together, what is open about it, and each period's own figure. */
export function YearProposalPart({ proposal }: { proposal: YearProposal }) {
  const { name, figure, open, periods } = proposal;
  // What is open may say how the figure was reached as well.
  const reached = figure && !open.some((sentence) => sentence.startsWith(figure.words)) ? ` ${figure.words}.` : '';
  return (
    <section className="year-proposal" aria-labelledby="proposal-title">
      <h2 id="proposal-title">What the figures of {name} give</h2>
      {figure ? (
        <p>
          <b>{figure.shown}</b>
          {figure.isProvisional && ' [p] provisional'}.{reached}
        </p>
      ) : (
        <p>They give no figure of the year by themselves.</p>
      )}
      {open.map((sentence) => (
        <p key={sentence}>{sentence}.</p>
      ))}
      <details>
        <summary>Its periods, one by one</summary>
        <table className="year-periods">
          <caption className="unseen">The figures of {name}</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col">Figure</th>
              <th scope="col">Made of</th>
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.label}>
                <th scope="row">{period.label}</th>
                <td>{period.figure}</td>
                <td>{period.parts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
