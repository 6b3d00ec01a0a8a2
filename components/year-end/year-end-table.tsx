import { Link } from '@/components/frame/link';
import type { ListedRow, YearEndPage } from '@/db/queries/framework/year-end';
import { unbrokenSum } from '@/lib/year-end/year-end-words';

type Props = {
  title: string;
  page: YearEndPage;
  rows: ListedRow[];
  /** Whether each row has a box to be confirmed by. */
  ticks?: boolean;
  /** Whether the table stands in a part that has its own heading. */
  isFolded?: boolean;
};

/** Measures at the end of their year: last year's figure, this year's, how it was reached, and the target of the new one. */
export function YearEndTable({ title, page, rows, ticks = false, isFolded = false }: Props) {
  const { year, previousYear, newYear } = page;
  const count = rows.length === 1 ? '1 measure' : `${rows.length} measures`;
  return (
    <section className="year-end-part">
      {!isFolded && (
        <h2>
          {title} <small>{ticks ? `${count}, ticked below` : count}</small>
        </h2>
      )}
      <table className="year-end">
        <caption className="unseen">
          {title}: {count}
        </caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Measure</th>
            <th scope="col">{previousYear}</th>
            <th scope="col">{year}</th>
            <th scope="col">How it was reached</th>
            <th scope="col">Target {newYear}</th>
            <th scope="col">{ticks ? 'Confirm' : 'You can'}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} page={page} ticks={ticks} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, page, ticks }: { row: ListedRow; page: YearEndPage; ticks: boolean }) {
  const { number, code, title, ownYear, previous, figure, isProvisional, words, target } = row;
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">
        <Link href={outturnAddress(row)}>{title}</Link>
        {ownYear && <small>{ownYear}</small>}
      </th>
      <td data-label={page.previousYear}>{previous}</td>
      <td data-label={page.year}>
        {figure ? <b>{figure}</b> : <i>none yet</i>}
        {isProvisional && <abbr title="provisional"> [p]</abbr>}
      </td>
      <td data-label="How it was reached">{unbrokenSum(words)}</td>
      <td data-label={`Target ${page.newYear}`}>
        {target.isWanting ? <b className="wanting">{target.words}</b> : target.words}
        <small>
          <Link href={`/settings/measures/${code}/target`}>
            {target.note}
            <span className="unseen">: the target of {title}</span>
          </Link>
        </small>
      </td>
      <td>{ticks ? <Tick row={row} /> : <Act row={row} page={page} />}</td>
    </tr>
  );
}

function Tick({ row: { code, title, figure } }: { row: ListedRow }) {
  return (
    <label className="tick">
      <input type="checkbox" name="code" value={code} defaultChecked />
      <span className="unseen">
        Confirm {figure} for {title}
      </span>
    </label>
  );
}

/** The one thing that can be done about a measure that is not certain. */
function Act({ row, page }: { row: ListedRow; page: YearEndPage }) {
  const { action, contact, title } = row;
  const about = <span className="unseen">: {title}</span>;
  if (action === 'write' && contact) {
    const subject = `${page.year}: ${title}`;
    return (
      <a className="button secondary small" href={`mailto:${contact.email}?subject=${encodeURIComponent(subject)}`}>
        Write to {contact.name.split(' ')[0]}
        {about}
      </a>
    );
  }
  if (page.announced) return null;
  return (
    <Link className={action === null ? 'act' : 'button secondary small'} href={outturnAddress(row)}>
      {action === null ? 'Change it' : action === 'enter' ? 'Enter it' : 'Decide'}
      {about}
    </Link>
  );
}

/** Where a measure's year is entered by itself. */
const outturnAddress = ({ code, startsIn }: ListedRow): string => `/settings/measures/${code}/outturn?year=${startsIn}`;
