import MiniSearch, { type SearchResult } from 'minisearch';
import { type Abbreviation, abbreviationsOf, glossaryOf } from './abbreviation';
import type { FrozenFigure, Mark } from './edition';
import { type Asked, askedIn, key, mended, question } from './question';
import { wordsAndCompounds } from './search-words';
import { editDistance } from './spelling';
import type { Colour } from './target';
import { opens, type Vocabulary, vocabularyOf } from './vocabulary';

/** A published measure as far as a search knows of it. */
export type Searchable = {
  code: string;
  number: number;
  title: string;
  definition: string;
  unit: string;
  current: FrozenFigure & { marks: Mark[] };
  /** The label of the last available result's period, null when there is none yet. */
  period: string | null;
  colour: Colour | null;
  service: { slug: string; name: string };
  committees: string[];
};

/** Where a word may be found, and how much that counts. */
const boost = { title: 4, code: 3, abbreviations: 2, definition: 1, service: 0.5, committees: 0.5 };
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
};

/** How many measures an answer shows. */
export const mostShown = 50;

/** Makes measures searchable, in the order in which equals are to be found; an answer takes bounded time. */
export function searchIndex(measures: Searchable[]): (typed: string) => Answer {
  const glossary = glossaryOf(measures.flatMap(({ title, definition }) => [title, definition]));
  const known = measures.map((measure) => ({
    measure,
    abbreviations: abbreviationsOf(`${measure.title}. ${measure.definition}`, glossary),
    keys: [key(measure.title), key(measure.code)],
  }));
  const texts = known.map(({ measure, abbreviations }, id) => ({
    ...{ id, title: measure.title, definition: measure.definition, service: measure.service.name },
    code: `${measure.code} ${measure.number}`,
    abbreviations: abbreviations.map(({ short, long }) => `${short}, ${long}`).join('; '),
    committees: measure.committees.join('; '),
  }));
  const vocabulary = vocabularyOf(texts.flatMap((text) => fields.map((field) => text[field])));
  const index = new MiniSearch({
    fields,
    tokenize: (text) => wordsAndCompounds(text).map(({ term }) => term),
    processTerm: (term) => term,
  });
  index.addAll(texts);

  /** A word that somebody uses is meant as it is; another may be off by one letter in five. */
  const fuzzy = (term: string) => term.length >= 5 && !/^\d/.test(term) && !vocabulary.meets(term) && 0.2;
  const look = (asked: Asked[], combineWith: 'AND' | 'OR') =>
    index.search(asked.map(({ term }) => term).join(' '), {
      ...{ boost, combineWith, prefix: opens, fuzzy, maxFuzzy: 2, tokenize: (text) => text.split(' ') },
    });

  /** What has a word of the question: titles and codes typed in full first, then by weight, then in the measures' order. */
  function answer(typed: string): Answer {
    const asked = askedIn(typed);
    const all = look(asked, 'AND');
    const found = all.length > 0 ? all : look(asked, 'OR');
    const results = new Map(found.map((result) => [result.id as number, result]));
    const whole = key(typed);
    const ranked = known
      .map((one, id) => ({ one, exact: whole !== '' && one.keys.includes(whole), result: results.get(id) }))
      .filter(({ exact, result }) => exact || result)
      .sort((a, b) => Number(b.exact) - Number(a.exact) || (b.result?.score ?? 0) - (a.result?.score ?? 0));
    const shown = ranked.slice(0, mostShown);
    return {
      count: ranked.length,
      hits: shown.map(({ one, result }) => ({ ...one, terms: termsByField(result) })),
      complete: all.length > 0 || ranked.every(({ exact }) => exact),
      instead: readInstead(
        asked,
        shown.flatMap(({ result }) => result?.terms ?? []),
        vocabulary,
      ),
      suggestion: null,
    };
  }

  return (typed) => {
    const { text } = question(typed);
    const found = answer(text);
    const suggestion = satisfied(found) ? null : mended(text, vocabulary);
    return { ...found, suggestion: suggestion !== null && answer(suggestion).count > 0 ? suggestion : null };
  };
}

const satisfied = ({ complete, count }: Answer): boolean => complete && count > 0;

function termsByField(result: SearchResult | undefined): Hit['terms'] {
  const met = Object.entries(result?.match ?? {});
  const inField = (field: FieldName) => new Set(met.filter(([, at]) => at.includes(field)).map(([term]) => term));
  return Object.fromEntries(fields.map((field) => [field, inField(field)])) as Hit['terms'];
}

/** For each word that no measure says: the words near to it by which something was found. */
function readInstead(asked: Asked[], found: string[], { meets, spelt }: Vocabulary): Answer['instead'] {
  const met = [...new Set(found)];
  return asked.flatMap(({ word, term }) => {
    const read = meets(term) ? [] : met.filter((one) => editDistance(term, one, 2) <= 2);
    return read.length > 0 ? [{ typed: word, read: read.slice(0, 3).map((one) => spelt(one, word)) }] : [];
  });
}
