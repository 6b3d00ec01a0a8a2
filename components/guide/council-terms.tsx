import type { PublicTerm } from '@/db/queries/published/glossary';
import { termAnchor } from '@/lib/glossary/term';

/** The words that a council explains, for the public, with the service that alone means one so; nothing while there are none. */
export function CouncilTerms({ council, terms }: { council: string; terms: PublicTerm[] }) {
  if (terms.length === 0) return null;
  // A word that services mean otherwise stands more than once; a link leads to the first.
  const first = new Map(terms.toReversed().map((term) => [termAnchor(term.term), term]));
  return (
    <section className="guide-part" aria-labelledby="council">
      <h2 id="council">Words of {council}</h2>
      <dl className="facts">
        {terms.map((entry) => (
          <div
            key={`${entry.term} ${entry.service}`}
            id={first.get(termAnchor(entry.term)) === entry ? termAnchor(entry.term) : undefined}
          >
            <dt>{entry.term}</dt>
            <dd>
              {entry.service !== null && <b>In {entry.service}: </b>}
              {entry.meaning}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
