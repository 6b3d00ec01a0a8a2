import type { EditionDifference } from '../lib/edition-difference';

/** What differs between two editions, measure by measure in report order, each thing with its sentence. */
export function EditionDifferences({ differences, since }: { differences: EditionDifference[]; since: string }) {
  if (differences.length === 0) return <p>Nothing has changed since {since}.</p>;
  const measures = [...new Map(differences.map((difference) => [difference.code, difference])).values()];
  return (
    <>
      <p>
        {measures.length === 1 ? 'One measure differs' : `${measures.length} measures differ`} from {since}.
      </p>
      <ol className="changes">
        {measures.map(({ code, number, title }) => (
          <li key={code}>
            <b>
              {number}. {title}
            </b>
            <ul>
              {differences
                .filter((difference) => difference.code === code)
                .map(({ sentence }) => (
                  <li key={sentence}>{sentence}</li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
