import type { PublicTerm } from '@/db/queries/published/glossary';

/** The words that a council explains, for the public, with the service that alone means one so; nothing while there are none. */
export function GlossaryList({ terms }: { terms: PublicTerm[] }) {
  if (terms.length === 0) return null;
  return (
    <section className="prose" aria-labelledby="glossary">
      <h2 id="glossary">Words and abbreviations</h2>
      <dl className="facts">
        {terms.map(({ term, meaning, service }) => (
          <div key={`${term} ${service}`}>
            <dt>{term}</dt>
            <dd>
              {service !== null && <b>In {service}: </b>}
              {meaning}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
