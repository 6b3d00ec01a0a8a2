import { PublicDocument, type Site } from '@/components/frame/public-document';
import { SearchAgain } from '@/components/frame/search-form';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import { longestQuestion } from '@/lib/search/question';
import { type Answer, mostShown } from '@/lib/search/search';
import { countWords, standingWords } from '@/lib/search/search-sentence';
import { PlaceOffers, StandingList } from './places-and-standings';
import { SearchHit } from './search-hit';

type Props = {
  site: Site;
  question: { text: string; cut: boolean };
  /** Null while there is no question. */
  answer: Answer | null;
  services: { slug: string; name: string }[];
};

/** The search: the question, how many measures match, and each of them. */
export function SearchPage({ site, question, answer, services }: Props) {
  const description = `Search the published measures of ${site.council} by title, definition, comments or abbreviation.`;
  return (
    <PublicDocument
      site={site}
      title={question.text ? `Search: ${question.text}` : 'Search'}
      description={description}
      searching
    >
      <h1>Search measures</h1>
      <SearchAgain text={question.text} />
      {question.cut && (
        <p className="notice">
          That was longer than {longestQuestion} characters; only the beginning was searched for.
        </p>
      )}
      {answer === null ? (
        <Places services={services} />
      ) : (
        <Answered question={question.text} answer={answer} services={services} />
      )}
    </PublicDocument>
  );
}

function Answered({ question, answer, services }: { question: string; answer: Answer; services: Props['services'] }) {
  const { count, hits, suggestion, instead, offers } = answer;
  const isNothing = count === 0 && offers.places.length === 0 && offers.standings === null;
  return (
    <section className="matches" aria-labelledby="found">
      <h2 id="found">{offers.standings ? standingWords(offers.standings) : countWords(answer, question)}</h2>
      {offers.standings && <StandingList standings={offers.standings} />}
      <PlaceOffers places={offers.places} />
      {offers.standings && count > 0 && <h2>{countWords(answer, question)}</h2>}
      {instead.map(({ typed, read }) => (
        <p key={typed}>
          No measure says “{typed}”; {read.length === 1 ? 'this is' : 'these are'} for {read.join(', ')}.
        </p>
      ))}
      {suggestion !== null && (
        <p>
          Did you mean <a href={`/search?q=${encodeURIComponent(suggestion)}`}>{suggestion}</a>?
        </p>
      )}
      {count > hits.length && <p>The first {mostShown} are shown. A further word narrows them down.</p>}
      {isNothing && (
        <>
          <p>Try fewer or other words, an abbreviation spelled out, or the beginning of a word.</p>
          <Places services={services} />
        </>
      )}
      <HiddenLegend hidden={hits.some(({ measure: { current } }) => current.text === null && current.hidden)} />
      {count > 0 && (
        <ol>
          {hits.map((hit) => (
            <SearchHit key={`${hit.measure.service.slug} ${hit.measure.code}`} hit={hit} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** Where to look instead: the scorecards themselves. */
function Places({ services }: Pick<Props, 'services'>) {
  if (services.length === 0) return <p className="empty">No service has published a scorecard yet.</p>;
  return (
    <>
      <p className="elsewhere">Or read a whole scorecard:</p>
      <ul className="cards">
        {services.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/scorecards/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
