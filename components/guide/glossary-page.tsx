import { PublicDocument, type Site } from '@/components/frame/public-document';
import type { PublicTerm } from '@/db/queries/published/glossary';
import { productTerms } from '@/lib/glossary/product-terms';
import { CouncilTerms } from './council-terms';

/** Every word that the pages use in a meaning of their own: those of the council, and those of every council's pages. */
export function GlossaryPage({ site, terms }: { site: Site; terms: PublicTerm[] }) {
  const description = `What the words and abbreviations in the scorecards of ${site.council} mean.`;
  return (
    <PublicDocument site={site} title="Glossary" description={description}>
      <h1>Glossary</h1>
      <p className="standfirst">
        What the words and abbreviations mean. <a href="/how-to-read">How to read a scorecard</a> explains the colours,
        arrows and marks with an example.
      </p>
      <CouncilTerms council={site.council} terms={terms} />
      <section className="guide-part" aria-labelledby="pages">
        <h2 id="pages">Words of these pages</h2>
        <dl className="facts">
          {productTerms.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </PublicDocument>
  );
}
