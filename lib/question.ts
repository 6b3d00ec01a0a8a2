import { isSmall, wordsOf } from './search-words';
import type { Vocabulary } from './vocabulary';

/** The longest question that is answered, in characters; what comes after is left out, and the page says so. */
export const longestQuestion = 200;

/** What was typed as it is searched for and shown again: one line without control characters, cut to `longestQuestion`. */
export function question(typed: string): { text: string; cut: boolean } {
  const line = typed
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{C}/gu, '')
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

/** A text as its words in order, by which a title typed in full is known again. */
export const key = (text: string): string =>
  wordsOf(question(text).text)
    .map(({ term }) => term)
    .join(' ');

const isCapitals = (word: string): boolean => word.length <= 6 && word === word.toUpperCase();

/** How many words of a question are mended. */
const mostMended = 4;

/** A question with the words that nobody uses replaced by the nearest that somebody does, or left out; null where none is near. */
export function mended(text: string, { meets, nearest }: Vocabulary): string | null {
  const asked = askedIn(text);
  const missing = asked.filter(({ term }) => !meets(term)).slice(0, mostMended);
  const nearby = new Map(missing.map(({ term, word }) => [term, isCapitals(word) ? null : nearest(term)]));
  if ([...nearby.values()].every((near) => near === null)) return null;
  return asked.flatMap(({ word, term }) => (meets(term) ? word : (nearby.get(term) ?? []))).join(' ');
}
