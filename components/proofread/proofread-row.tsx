import { isBlocking } from '@/lib/commentary/finding';
import { markedTexts } from '@/lib/proofread/found-stretches';
import type { ProofreadRow as Row } from '@/lib/proofread/proofread';

/** One row of a report: its words with what was found marked in them, and beside them what is wrong and how to mend it. */
export function ProofreadRow({ row, id }: { row: Row; id: string }) {
  const { text, title, when, place, findings } = row;
  return (
    <li aria-labelledby={id}>
      <h3 id={id}>
        <span>{text.measure.number}</span> {title}
      </h3>
      <p className="where">
        {when}; {place.sheet}, row {place.row}
      </p>
      <div className="beside">
        <div>
          {markedTexts(text, findings).map(({ called, stretches }) => (
            <p key={called}>
              <b>{called}:</b>{' '}
              {stretches.map(({ words, found }, index) =>
                found ? <mark key={index}>{words}</mark> : <span key={index}>{words}</span>,
              )}
            </p>
          ))}
        </div>
        <ul>
          {findings.map((finding, index) => (
            <li key={index}>
              <b>{isBlocking(finding) ? 'To mend' : 'To look at'}</b> <abbr title="The rule">{finding.rule}</abbr>{' '}
              {finding.quote !== '' && !finding.sentence.includes(finding.quote) && <q>{finding.quote}</q>}{' '}
              {finding.sentence} {finding.mend}
              {finding.instead !== undefined && (
                <>
                  {' '}
                  It could read: <q>{finding.instead}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
