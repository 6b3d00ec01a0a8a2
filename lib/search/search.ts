import MiniSearch, { type SearchResult } from 'minisearch';
import type { FrozenFigure, Mark } from '@/lib/edition/edition';
import type { Colour } from '@/lib/target/target';
import { type Abbreviation, abbreviationsIn, abbreviationsOf, eachOnce } from './abbreviation';
import { type Offers, offersIn, type Standing } from './places-and-standings';
import { key, mended, type QuestionWord, question, questionWords, readAsWritten } from './question';
import { stemOf, wordsAndCompounds } from './search-words';
import { editDistance } from './suggested-spelling';
import { opens, type Vocabulary, vocabularyOf, WordCounts } from './vocabulary';

/** A published measure as far as a search knows of it. */
export type Searchable = {
  code: string;
  number: number;
  title: string;
  definition: string;
  comments: string | null;
  /** What it is read with across services; null or absent where it has no theme. */
  theme?: string | null;
  unit: string;
  current: FrozenFigure & { marks: Mark[] };
  /** The label of the last available result's period, null when there is none yet. */
  period: string | null;
  /** By the rule; and as a head of service judged it, where one did. */
  colour: Colour | null;
  judged?: Colour | null;
  standings: Standing[];
  service: { slug: string; name: string };
  committees: { slug: string; name: string }[];
};

/** How much of a word may be mistyped for it to be found all the same; what is offered instead is in suggested-spelling.ts. */
const lettersOff = 1 / 5;

/** Where a word may be found, and how much that counts; the names of services and committees are offers of their own. */
const boost = { title: 4, code: 3, abbreviations: 2, theme: 2, definition: 1, comments: 0.2 };
type FieldName = keyof typeof boost;
const fields = Object.keys(boost) as FieldName[];

/** A measure that was found, with the terms that were met in each of its fields. */
export type Hit = { measure: Searchable; abbreviations: Abbreviation[]; terms: Record<FieldName, Set<string>> };

export type Answer = {
  /** How many measures match, and the first of them in order. */
  count: number;
  hits: Hit[];
  /** False where no measure has all the words, so that those with any of them are given. */
  complete: boolean;
  /** What was typed and no measure says, with the words near to it that were taken instead. */
  instead: { typed: string; read: string[] }[];
  /** Another spelling that finds something, null where none is near. */
  suggestion: string | null;
  /** The services, committees and standings that the question may mean. */
  offers: Offers;
};

/** How many measures an answer shows. */
export const mostShown = 50;

type Search = (typed: string) => Answer;

/** Makes measures searchable, in the order in which equals are to be found; an answer takes bounded time. */
export function searchIndex(measures: Searchable[]): Search {
  const making = indexing(measures);
  let step = making.next();
  while (!step.done) step = making.next();
  return step.value;
}

/** The same in steps of a measure's share each, between which others can be answered. */
export function* indexing(measures: Searchable[]): Generator<undefined, Search> {
  const explained: Abbreviation[] = [];
  for (const { title, definition } of measures) {
    explained.push(...abbreviationsIn(title), ...abbreviationsIn(definition));
    yield;
  }
  const glossary = eachOnce(explained);
  const index = new MiniSearch({
    fields,
    tokenize: (text) => wordsAndCompounds(text).map(({ term }) => term),
    processTerm: (term) => term,
  });
  const counts = new WordCounts();
  const known: { measure: Searchable; abbreviations: Abbreviation[]; keys: string[] }[] = [];
  for (const [id, measure] of measures.entries()) {
    const abbreviations = abbreviationsOf(`${measure.title}. ${measure.definition}`, glossary);
    known.push({ measure, abbreviations, keys: [key(measure.title), key(measure.code)] });
    const text = textOf(measure, abbreviations);
    index.add({ id, ...text });
    for (const field of fields) counts.add(text[field]);
    yield;
  }
  const places = measures.flatMap(({ service, committees }) => [service, ...committees]);
  for (const name of new Set(places.map((place) => place.name))) counts.add(name);
  const vocabulary = vocabularyOf(counts);
  const { offers, narrowed } = offersIn(measures);

  /** A word that somebody uses is meant as it is; another may be off by a share of its letters. */
  const fuzzy = (term: string) => term.length >= 5 && !/^\d/.test(term) && !vocabulary.meets(term) && lettersOff;
  const look = (words: QuestionWord[], combineWith: 'AND' | 'OR'): SearchResult[] =>
    index.search(words.map(({ term }) => term).join(' '), {
      boost,
      combineWith,
      prefix: opens,
      fuzzy,
      maxFuzzy: 2,
      tokenize: (text) => text.split(' '),
    });

  /** The measures, by the number of their text, of a place that the question names in full, where they match the rest. */
  function within(words: QuestionWord[]): Map<number, SearchResult | null> {
    const place = narrowed(words);
    if (!place) return new Map();
    const held = known.flatMap(({ measure }, id) => (place.holds(measure) ? [id] : []));
    if (place.rest.length === 0) return new Map(held.map((id) => [id, null]));
    const results = look(place.rest, 'AND').filter(({ id }) => held.includes(id as number));
    return new Map(results.map((result) => [result.id as number, result]));
  }

  /** What has a word of the question: titles and codes typed in full first, then by weight, then in the measures' order. */
  function answer(typed: string): Answer {
    const plain = questionWords(typed);
    const words = readAsWritten(plain, vocabulary);
    const all = new Map<number, SearchResult | null>(within(plain));
    for (const result of look(words, 'AND')) all.set(result.id as number, result);
    const offered = offers(plain);
    const isOffered = offered.places.length > 0 || offered.standings !== null;
    const some = all.size > 0 || isOffered ? [] : look(words, 'OR');
    const results = all.size > 0 ? all : new Map(some.map((result) => [result.id as number, result]));
    const typedKey = key(typed);
    const ranked = known
      .map((entry, id) => ({
        entry,
        exact: typedKey !== '' && entry.keys.includes(typedKey),
        id,
        result: results.get(id),
      }))
      .filter(({ exact, id }) => exact || results.has(id))
      .sort((a, b) => Number(b.exact) - Number(a.exact) || (b.result?.score ?? 0) - (a.result?.score ?? 0));
    const shown = ranked.slice(0, mostShown);
    const terms = shown.flatMap(({ result }) => result?.terms ?? []);
    return {
      count: ranked.length,
      hits: shown.map(({ entry, result }) => ({ ...entry, terms: termsByField(result) })),
      complete: all.size > 0 || isOffered || ranked.every(({ exact }) => exact),
      instead: readInstead(plain, words, terms, vocabulary),
      suggestion: null,
      offers: offered,
    };
  }

  return (typed) => {
    const { text } = question(typed);
    const first = answer(text);
    const suggestion = isSatisfied(first) ? null : mended(text, vocabulary);
    return { ...first, suggestion: suggestion !== null && isSatisfied(answer(suggestion)) ? suggestion : null };
  };
}

const textOf = (measure: Searchable, abbreviations: Abbreviation[]): Record<FieldName, string> => ({
  title: measure.title,
  definition: measure.definition,
  comments: measure.comments ?? '',
  theme: measure.theme ?? '',
  code: `${measure.code} ${measure.number}`,
  abbreviations: abbreviations.map(({ short, long }) => `${short}, ${long}`).join('; '),
});

const isSatisfied = ({ complete, count, offers }: Answer): boolean =>
  complete && (count > 0 || offers.places.length > 0 || offers.standings !== null);

function termsByField(result: SearchResult | null | undefined): Hit['terms'] {
  const met = Object.entries(result?.match ?? {});
  const inField = (field: FieldName) => new Set(met.filter(([, at]) => at.includes(field)).map(([term]) => term));
  return Object.fromEntries(fields.map((field) => [field, inField(field)])) as Hit['terms'];
}

/** For each word that no measure says: the words near to it, or of its stem, by which something was found. */
function readInstead(
  plain: QuestionWord[],
  words: QuestionWord[],
  terms: string[],
  vocabulary: Vocabulary,
): Answer['instead'] {
  const { meets, spelt } = vocabulary;
  const met = [...new Set(terms)];
  const separate = plain.filter(({ word }) => words.some((other) => other.word === word));
  return separate.flatMap(({ word, term }) => {
    const stem = stemOf(term);
    const isNear = (metTerm: string) =>
      editDistance(term, metTerm, 2) <= 2 || (stem !== null && metTerm.startsWith(stem));
    const read = meets(term) ? [] : met.filter(isNear);
    return read.length > 0 ? [{ typed: word, read: read.slice(0, 3).map((metTerm) => spelt(metTerm, word)) }] : [];
  });
}
