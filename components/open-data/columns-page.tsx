import { PublicDocument, type Site } from '@/components/frame/public-document';
import { kindWords, markerNotes } from '@/lib/open-data/kinds-and-markers';
import { openColumns, sharedCount } from '@/lib/open-data/open-columns';

/** What each column of the data files means, and each marker. */
export function ColumnsPage({ site }: { site: Site }) {
  return (
    <PublicDocument
      site={site}
      title="The columns of the data"
      description="What each column and marker of the data files means."
      canonical="/data/columns"
    >
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href="/data">Get the data</a>
      </nav>
      <h1>The columns of the data</h1>
      <div className="prose">
        <p>
          Every file has the same columns, one row for a measure, an area and a period. A column of numbers holds
          numbers or nothing; what stands in the place of a number, or beside it, has a column of its own. Figures have
          the decimals at which they are published; numerator and denominator, where they are not hidden, give more.
        </p>
        <p>
          A text that a spreadsheet would take for a formula begins with an apostrophe in CSV; in JSON and Excel it
          stands as it was written.
        </p>
      </div>
      <section className="part" aria-labelledby="markers">
        <h2 id="markers">Markers</h2>
        <dl className="meanings">
          {markerNotes.map(({ marker, meaning }) => (
            <div key={marker}>
              <dt>{marker}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="part" aria-labelledby="columns">
        <h2 id="columns">Columns</h2>
        <ColumnTable caption="Columns that others have too" columns={openColumns.slice(0, sharedCount)} />
        <ColumnTable caption="Further columns" columns={openColumns.slice(sharedCount)} />
      </section>
    </PublicDocument>
  );
}

function ColumnTable({ caption, columns }: { caption: string; columns: readonly (typeof openColumns)[number][] }) {
  return (
    <table className="column-guide">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Holds</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, kind, meaning }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{kindWords[kind]}</td>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
