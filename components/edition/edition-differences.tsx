import type { EditionDifference } from '@/lib/edition/difference/edition-difference';

type Props = {
  differences: EditionDifference[];
  since: string;
  /** The scorecard that a measure's name leads to, where it should; the name of one that is gone leads to its own page. */
  address?: string;
  /** How many measures differ in all, where only some of them are listed. */
  total?: number;
};

/** What differs between two editions, measure by measure in report order, each thing with its sentence. */
export function EditionDifferences({ differences, since, address, total }: Props) {
  if (differences.length === 0 && total === undefined) return <p>No difference from {since}.</p>;
  const measures = [...new Map(differences.map((difference) => [difference.code, difference])).values()];
  const count = total ?? measures.length;
  const retired = new Set(differences.filter(({ change }) => change === 'retired').map(({ code }) => code));
  const place = (code: string) => (retired.has(code) ? `/measures/${code}` : `${address}#${code}`);
  return (
    <>
      <p>
        {count === 1 ? 'One measure differs' : `${count} measures differ`} from {since}.
      </p>
      <ol className="changes">
        {measures.map(({ code, number, title }) => (
          <li key={code}>
            <b>{address ? <a href={place(code)}>{`${number}. ${title}`}</a> : `${number}. ${title}`}</b>
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
