import { PublicDocument, type Site } from '@/components/frame/public-document';
import type { Proofread } from '@/lib/proofread/proofread';
import { countLine } from '@/lib/proofread/report-lines';
import { ProofreadForm } from './proofread-form';
import { ProofreadRow } from './proofread-row';

type Props = {
  site: Site;
  typed: { text: string; on: string };
  /** Why nothing was read, in a sentence. */
  problem: string | null;
  /** What was found; null while nothing was sent. */
  result: Proofread | null;
};

const description = 'Reads the words of a performance report against its own figures. Nothing is kept.';

/** A page on which a report is read against its own figures: the form, and what was found. */
export function ProofreadPage({ site, typed, problem, result }: Props) {
  const found = result?.rows.filter(({ findings }) => findings.length > 0) ?? [];
  return (
    <PublicDocument site={site} title="Proofread a report" description={description}>
      <h1>Proofread a report</h1>
      <p className="standfirst">
        Do the words say what the figures say? Send last quarter’s report and see. Nothing that you send is kept.
      </p>
      {result !== null && (
        <section aria-labelledby="found" className="proofread">
          <h2 id="found">What was found</h2>
          <p>{countLine(result)}</p>
          <ol>
            {found.map((row, index) => (
              <ProofreadRow key={index} row={row} id={`row-${index + 1}`} />
            ))}
          </ol>
          <Sentences heading="Taken for granted" sentences={result.assumed} />
          <Sentences heading="Not understood" sentences={result.notUnderstood} />
          <h2>Read another</h2>
        </section>
      )}
      <ProofreadForm {...typed} problem={problem} />
    </PublicDocument>
  );
}

function Sentences({ heading, sentences }: { heading: string; sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {sentences.map((sentence, index) => (
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
