type Props = { keepsFramework: boolean; isAdministrator: boolean };

const sheets = ['services', 'people', 'measures', 'targets', 'outturns', 'comparators', 'readings'] as const;
const sheetWords: Record<(typeof sheets)[number], string> = {
  services: 'Services',
  people: 'People',
  measures: 'Measures',
  targets: 'Targets',
  outturns: 'Outturns',
  comparators: 'Figures of others',
  readings: 'Readings',
};

const base = '/settings/bring-in';

/** Files to fill in, and all that is kept here as the same files: what went out comes in again unchanged. */
export function TakeOut({ keepsFramework, isAdministrator }: Props) {
  const own = keepsFramework ? sheets.filter((sheet) => sheet !== 'people' || isAdministrator) : (['people'] as const);
  return (
    <>
      {keepsFramework && (
        <section aria-labelledby="templates-title">
          <h2 id="templates-title">Files to fill in</h2>
          <ul className="plain">
            <li>
              <a href={`${base}/templates/empty.xlsx`}>Empty workbook</a>
              <small>Every sheet with its headings, and how to fill them in. XLSX</small>
            </li>
            <li>
              <a href={`${base}/templates/due.xlsx`}>What is due this month</a>
              <small>The measures that are due, their figures to be filled in. XLSX</small>
            </li>
          </ul>
          <details>
            <summary>One sheet at a time, as CSV</summary>
            <FileLinks sheets={sheets} folder="templates" what="to fill in" />
          </details>
        </section>
      )}
      <section aria-labelledby="take-out-title">
        <h2 id="take-out-title">Take out</h2>
        {keepsFramework && (
          <ul className="plain">
            <li>
              <a href={`${base}/out/workbook.xlsx`}>The council as a workbook</a>
              <small>
                The framework with its decisions, and all readings. Brought in again, it changes nothing. XLSX
              </small>
            </li>
          </ul>
        )}
        <details open={!keepsFramework}>
          <summary>One sheet at a time, as CSV</summary>
          <FileLinks sheets={own} folder="out" what="taken out" />
        </details>
        <p className="hint">
          The archive of everything, with who did what and when, is made at the server’s command line: npm run archive.
        </p>
      </section>
    </>
  );
}

type LinksProps = { sheets: readonly (typeof sheets)[number][]; folder: 'templates' | 'out'; what: string };

function FileLinks({ sheets: own, folder, what }: LinksProps) {
  return (
    <ul className="ways">
      {own.map((sheet) => (
        <li key={sheet}>
          <a href={`${base}/${folder}/${sheet}.csv`}>
            {sheetWords[sheet]}
            <span className="unseen"> {what}, as CSV</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
