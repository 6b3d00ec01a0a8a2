import type { Term } from '@/lib/glossary/term';

/** The words that a council explains, for the public; nothing while there are none. */
export function GlossaryList({ terms }: { terms: Term[] }) {
  if (terms.length === 0) return null;
  return (
    <section className="prose" aria-labelledby="glossary">
      <h2 id="glossary">Words and abbreviations</h2>
      <dl className="facts">
        {terms.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
