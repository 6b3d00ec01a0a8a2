import type { Direction } from '@/lib/target/direction-of-travel';
import type { Colour } from '@/lib/target/target';
import type { QuestionWord } from './question';
import type { Searchable } from './search';
import { isSmall, wordsOf } from './search-words';
import { opens } from './vocabulary';

/** How a measure stands in the edition in force, as far as a question may ask for it by one word. */
const standings = ['red', 'amber', 'green', 'improving', 'worsening', 'overdue'] as const;
export type Standing = (typeof standings)[number];

type Judged = { colour: Colour | null; judged?: Colour | null; direction: Direction | null; isOverdue: boolean };

/** The words in a question that name the standing of this measure. */
export const standingsOf = ({ colour, judged, direction, isOverdue }: Judged): Standing[] =>
  standings.filter(
    (standing) =>
      standing === colour || standing === judged || standing === direction || (standing === 'overdue' && isOverdue),
  );

/** A service or a committee by name, with the page that is its own. */
export type Place = { kind: 'service' | 'committee'; name: string; address: string };

/** The measures that stand as the question says, service by service. */
export type Standings = {
  standing: Standing;
  count: number;
  services: { slug: string; name: string; measures: Searchable[] }[];
};

export type Offers = { places: Place[]; standings: Standings | null };

type Known = Place & { terms: string[]; holds: (measure: Searchable) => boolean };

/** The services and committees of some measures, each once. */
function placesOf(measures: Searchable[]): Known[] {
  const places = new Map<string, Known>();
  const add = (place: Place, holds: Known['holds']) => {
    if (!places.has(place.address)) places.set(place.address, { ...place, terms: tellingTerms(place.name), holds });
  };
  for (const { service } of measures)
    add(
      { kind: 'service', name: service.name, address: `/scorecards/${service.slug}` },
      (measure) => measure.service.slug === service.slug,
    );
  for (const { committees } of measures)
    for (const { slug, name } of committees)
      add({ kind: 'committee', name, address: `/committees/${slug}` }, (measure) =>
        measure.committees.some((committee) => committee.slug === slug),
      );
  return [...places.values()];
}

const tellingTerms = (text: string): string[] =>
  wordsOf(text)
    .map(({ term }) => term)
    .filter((term) => !isSmall(term));

const hasTerm = (terms: string[], term: string): boolean =>
  terms.some((known) => known === term || (opens(term) && known.startsWith(term)));

/** What a question may mean beside measures that say its words: a service, a committee, or how measures stand. */
export function offersIn(measures: Searchable[]): {
  offers: (words: QuestionWord[]) => Offers;
  narrowed: (words: QuestionWord[]) => { holds: Known['holds']; rest: QuestionWord[] } | null;
} {
  const places = placesOf(measures);
  const services = places.filter(({ kind }) => kind === 'service');

  function standingsOf(words: QuestionWord[]): Standings | null {
    const standing = standings.find((candidate) => words.some(({ term }) => term === candidate));
    if (!standing) return null;
    const rest = words.filter(({ term }) => term !== standing);
    const meant = services.filter(({ terms }) => rest.every(({ term }) => hasTerm(terms, term)));
    if (meant.length === 0) return null;
    const standingSo = measures.filter((measure) => measure.standings.includes(standing));
    const byService = meant.flatMap((place) => {
      const [first, ...others] = standingSo.filter(place.holds);
      return first ? [{ ...first.service, measures: [first, ...others] }] : [];
    });
    return {
      standing,
      count: byService.reduce((sum, service) => sum + service.measures.length, 0),
      services: byService,
    };
  }

  return {
    offers: (words) => ({
      places: places
        .filter(({ terms }) => words.length > 0 && words.every(({ term }) => hasTerm(terms, term)))
        .map(({ kind, name, address }) => ({ kind, name, address })),
      standings: standingsOf(words),
    }),
    /** The place whose whole name, of two telling words or more, stands in a question, with the words beside it. */
    narrowed: (words) => {
      for (const { terms, holds } of places) {
        const first = words.findIndex((_, index) => terms.every((term, at) => words[index + at]?.term === term));
        if (terms.length > 1 && first >= 0)
          return { holds, rest: words.filter((_, index) => index < first || index >= first + terms.length) };
      }
      return null;
    },
  };
}
