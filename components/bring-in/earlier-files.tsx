import { Link } from '@/components/frame/link';
import type { ImportLine } from '@/db/queries/bring-in/import-view';
import { cameOfIt } from '@/lib/bring-in/import-sentence';
import { formatInstant } from '@/lib/time/instant';

type Props = { base: string; files: ImportLine[] };

/** The files that were brought in before: who, when, and what came of each. */
export function EarlierFiles({ base, files }: Props) {
  return (
    <section className="kept-group earlier-files" aria-labelledby="earlier-title">
      <h2 id="earlier-title">Brought in before</h2>
      {files.length === 0 ? (
        <p>Nothing yet.</p>
      ) : (
        <table className="kept-list facts-alone">
          <caption className="unseen">Files that were brought in before</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Who and when</th>
              <th scope="col">What came of it</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.id}>
                <th scope="row" className="file-name">
                  <Link href={`${base}/${file.id}`}>{file.fileName}</Link>
                </th>
                <td>
                  {file.by.name} <small>{formatInstant(file.at)}</small>
                </td>
                <td data-state={file.state}>{cameOfIt(file)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
