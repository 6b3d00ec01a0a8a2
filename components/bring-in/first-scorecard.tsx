import { RagTag } from '@/components/sign/rag-tag';
import type { FirstRow } from '@/lib/bring-in/first-row';

type Props = {
  rows: FirstRow[];
  /** The rest of what the file would do, further down on the page. */
  all: { href: string; text: string } | null;
};

/** The first measures of a file as the scorecard would say them, by the rules that it says everything by. */
export function FirstScorecard({ rows, all }: Props) {
  if (rows.length === 0) return null;
  return (
    <section className="first-rows" aria-labelledby="first-rows-title">
      <h2 id="first-rows-title">So the first scorecard would say</h2>
      <table>
        <caption className="unseen">The first measures of the file as the scorecard would show them</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Measure</th>
            <th scope="col">Target</th>
            <th scope="col">Figure</th>
            <th scope="col">Colour</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, title, target, figure, period, colour }) => (
            <tr key={code}>
              <td>{code}</td>
              <th scope="row">{title}</th>
              <td data-label="Target">{target}</td>
              <td data-label="Figure">
                <b>{figure}</b>
                {period && <small>{period}</small>}
              </td>
              <td>
                <RagTag colour={colour} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all && (
        <p>
          <a href={all.href}>{all.text}</a>
        </p>
      )}
    </section>
  );
}
