import { viewAddress } from '@/components/scorecard/view-links';
import { Figure } from '@/components/sign/figure';
import type { Place, Standings } from '@/lib/search/places-and-standings';
import { standingName } from '@/lib/search/search-sentence';
import { judgedWords } from '@/lib/target/judged-status';

/** The services and committees whose names have every word of the question, each as a link to its own page. */
export function PlaceOffers({ places }: { places: Place[] }) {
  if (places.length === 0) return null;
  return (
    <ul className="offers">
      {places.map(({ kind, name, address }) => (
        <li key={address}>
          {kind === 'service' ? 'Service' : 'Committee'}: <a href={address}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

/** The measures of the standing that the question names, by service, with a link to the scorecard's view of them. */
export function StandingList({ standings: { standing, services } }: { standings: Standings }) {
  return services.map(({ slug, name, measures }) => (
    <section className="standing" key={slug} aria-labelledby={`standing-${slug}`}>
      <h3 id={`standing-${slug}`}>{name}</h3>
      <ul>
        {measures.map(({ code, number, title, current, period, colour, judged }) => (
          <li key={code}>
            <a href={`/measures/${code}`}>{title}</a>{' '}
            <span>
              measure {number}
              {current.text !== null && (
                <>
                  , <Figure figure={current} marks={current.marks} />
                </>
              )}
              {period && `, ${period}`}
              {judged && `, ${judgedWords({ colour, judged: { colour: judged } })}`}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${viewAddress(`/scorecards/${slug}`, { show: standing, order: 'report' })}#measures`}>
          What is {standingName(standing)} on the scorecard<span className="unseen"> of {name}</span>
        </a>
      </p>
    </section>
  ));
}
