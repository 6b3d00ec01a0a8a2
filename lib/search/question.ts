import { isSmall, stemOf, wordsOf } from './search-words';
import type { Vocabulary } from './vocabulary';

/** The longest question that is answered, in characters; what comes after is left out, and the page says so. */
export const longestQuestion = 200;

/** What was typed as it is searched for and shown again: one line without control characters, cut to `longestQuestion`. */
export function question(typed: string): { text: string; cut: boolean } {
  // First what takes no room, then the blanks: what is left out must not part one blank into two.
  const line = typed
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return {
    // A cut may part the two halves of a character beyond the first plane.
    text: line
      .slice(0, longestQuestion)
      .replace(/\p{Cs}$/u, '')
      .trim(),
    cut: line.length > longestQuestion,
  };
}

/** A word of a question as it was typed, and as it is compared. */
export type Asked = { word: string; term: string };

/** The words that a question asks for, each once; small ones only where there is nothing else. */
export function askedIn(text: string): Asked[] {
  const words = wordsOf(text).map(({ term, from, to }) => ({ term, word: text.slice(from, to) }));
  const telling = words.filter(({ term }) => !isSmall(term));
  const asked = telling.length > 0 ? telling : words;
  return asked.filter(({ term }, index) => asked.findIndex((one) => one.term === term) === index);
}

/**
 * The words of a question as the texts have them: two neighbours that the texts write as one are one ('pot hole'), and a word that
 * nobody uses is read by its stem where somebody uses that ('looking', for 'looked').
 */
export function readAsWritten(asked: Asked[], { has, meets }: Vocabulary): Asked[] {
  const read: Asked[] = [];
  for (let index = 0; index < asked.length; index += 1) {
    const [one, next] = [asked[index], asked[index + 1]];
    if (!one) continue;
    const joined = `${one.term}${next?.term ?? ''}`;
    if (next && has(joined) && !(has(one.term) && has(next.term))) {
      read.push({ word: `${one.word} ${next.word}`, term: joined });
      index += 1;
      continue;
    }
    const stem = stemOf(one.term);
    read.push(!meets(one.term) && stem && meets(stem) ? { ...one, term: stem } : one);
  }
  return read;
}

/** A text as its words in order, by which a title typed in full is known again. */
export const key = (text: string): string =>
  wordsOf(question(text).text)
    .map(({ term }) => term)
    .join(' ');

const isCapitals = (word: string): boolean => word.length <= 6 && word === word.toUpperCase();

/** How many words of a question are mended. */
const mostMended = 4;

/**
 * A question in which each word that nobody uses is replaced by the nearest that somebody does; words that match stay as they are.
 * Null where a word has none near it.
 */
export function mended(text: string, vocabulary: Vocabulary): string | null {
  const asked = readAsWritten(askedIn(text), vocabulary);
  const missing = asked.filter(({ term }) => !vocabulary.meets(term));
  if (missing.length === 0 || missing.length > mostMended) return null;
  const nearby = missing.map(({ term, word }) => (isCapitals(word) ? null : vocabulary.nearest(term, word)));
  if (nearby.some((near) => near === null)) return null;
  const replaced = new Map(missing.map(({ term }, index) => [term, nearby[index] as string]));
  return asked.map(({ word, term }) => replaced.get(term) ?? word).join(' ');
}
