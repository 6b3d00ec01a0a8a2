import { Link } from '@/components/frame/link';
import { FrameworkPage } from '@/components/framework/framework-page';
import type { KeptTerm } from '@/db/queries/glossary/terms';

type Props = { links: { href: string; text: string }[]; terms: KeptTerm[]; done: string | null };

const doneWords: Record<string, string> = {
  explained: 'The word is explained. The public reads it.',
  changed: 'The word is changed. The public reads it so.',
  removed: 'The word is removed from the glossary.',
};

const nameOf = ({ service }: KeptTerm): string | null => service?.name ?? null;

/** The words of the council's scorecards as a performance officer keeps them. */
export function GlossaryKept({ links, terms, done }: Props) {
  const count = terms.length === 1 ? 'One word is explained' : `${terms.length} words are explained`;
  return (
    <FrameworkPage
      title="Glossary"
      standfirst={
        terms.length === 0
          ? 'No word is explained yet. Begin with the abbreviations in your measures’ titles.'
          : `${count} to the public, in the glossary at /glossary.`
      }
      button={{ href: '/settings/glossary/new', text: 'Explain a word' }}
      done={done && Object.hasOwn(doneWords, done) ? doneWords[done] : null}
      links={links}
      current="/settings/glossary"
    >
      {[...new Set(terms.map(nameOf))].map((service) => (
        <section key={service ?? ''} aria-label={service ?? 'The council'}>
          {service !== null && <h2>Only in {service}</h2>}
          <dl className="kept-facts">
            {terms
              .filter((term) => nameOf(term) === service)
              .map(({ id, term, meaning }) => (
                <div key={id}>
                  <dt>{term}</dt>
                  <dd>
                    {meaning}{' '}
                    <Link href={`/settings/glossary/${id}`}>
                      Change
                      <span className="unseen">
                        {' '}
                        {term}
                        {service !== null && ` in ${service}`}
                      </span>
                    </Link>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p>
        <Link href="/history/council">The history</Link> tells who changed what, and when.
      </p>
    </FrameworkPage>
  );
}
