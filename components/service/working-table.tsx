import { DirectionArrow } from '@/components/sign/direction-tag';
import { RagTag } from '@/components/sign/rag-tag';
import { markerWords } from '@/lib/figure/missing-reason';
import type { WorkingGroup } from '@/lib/service/working-groups';
import type { WorkingFigure, WorkingRow } from '@/lib/service/working-row';
import { StandingCell } from './standing-cell';

type Props = { groups: WorkingGroup[]; edition: number; inForce: number | null };

/** The measures of a service on their way to the next edition, in groups, the most pressing first. */
export function WorkingTable({ groups, edition, inForce }: Props) {
  const published = inForce === null ? 'Published' : `In edition ${inForce}`;
  return (
    <table className="working">
      <caption className="unseen">Every measure, where it stands and who acts next</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Measure</th>
          <th scope="col">{published}</th>
          <th scope="col">Colour</th>
          <th scope="col">For edition {edition}</th>
          <th scope="col">Would be</th>
          <th scope="col">Where it stands</th>
          <th scope="col">You can</th>
        </tr>
      </thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title}>
          <tr className="group">
            <th scope="rowgroup" colSpan={8}>
              {title} <span>{rows.length === 1 ? '1 reading' : `${rows.length} readings`}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <Row
              key={`${row.readiness.code} ${row.readiness.period?.start}`}
              row={row}
              labels={[published, `For edition ${edition}`]}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, labels }: { row: WorkingRow; labels: [string, string] }) {
  const { readiness, targetWords, published, next, act } = row;
  const { number, code, title, period, state } = readiness;
  const isWaiting = state !== 'published' && state !== 'not_due';
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">
        <a href={`/measures/${code}`}>{title}</a>
        <small>{targetWords}</small>
      </th>
      <td data-label={labels[0]}>{published ? <Figure figure={published} /> : <i>not yet</i>}</td>
      <td>{published && <RagTag colour={published.colour} judged={published.judged} />}</td>
      <td data-label={labels[1]}>{next ? <Figure figure={next} /> : isWaiting && <i>{period?.label}</i>}</td>
      <td className="would">
        {next && (
          <>
            <RagTag colour={next.colour} judged={next.judged} />
            <DirectionArrow direction={next.travel.direction} colour={next.travel.colour} />
          </>
        )}
      </td>
      <td>
        <StandingCell row={row} />
      </td>
      <td>
        {act && (
          <a href={act.href} className={act.isPressing ? 'button secondary small' : 'act'}>
            {act.text}
            <span className="unseen">
              : {title}, {period?.label}
            </span>
          </a>
        )}
      </td>
    </tr>
  );
}

/** A figure with its period beneath, or why there is none, as the public reads it. */
function Figure({ figure: { text, marker, period, publicly } }: { figure: WorkingFigure }) {
  return (
    <>
      {text === null ? <i>{marker ? `[${marker}] ${markerWords[marker]}` : 'no figure'}</i> : <b>{text}</b>}
      {period && <small>{period}</small>}
      {publicly && <small>public: {publicly}</small>}
    </>
  );
}
