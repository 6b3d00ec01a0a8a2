import type { ImportView } from '@/db/queries/bring-in/import-view';
import { placeWords } from '@/lib/bring-in/place-words';

type Props = Pick<ImportView, 'notices' | 'leftOut'> & { more: number };

/** What was met in a file and not taken, and what was not understood: each named with its place. */
export function SideNotes({ notices, leftOut, more }: Props) {
  if (notices.length + leftOut.length === 0) return null;
  const words =
    leftOut.length + more === 1 ? 'One thing is' : `${(leftOut.length + more).toLocaleString('en-GB')} things are`;
  return (
    <section className="side-notes" aria-labelledby="side-notes-title">
      <h2 id="side-notes-title">Not taken from the file</h2>
      {notices.length > 0 && (
        <ul className="bullets">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <details open={leftOut.length < 6}>
          <summary>{words} left out</summary>
          <ul className="plain">
            {leftOut.map(({ place, why }) => (
              <li key={`${place && placeWords(place)} ${why}`}>
                {place && <b>{placeWords(place)}: </b>}
                {why}
              </li>
            ))}
          </ul>
          {more > 0 && <p className="hint">And {more.toLocaleString('en-GB')} more.</p>}
        </details>
      )}
    </section>
  );
}
