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
export type QuestionWord = { word: string; term: string };

/** The words that a question asks for, each once; small ones only where there is nothing else. */
export function questionWords(text: string): QuestionWord[] {
  const words = wordsOf(text).map(({ term, from, to }) => ({ term, word: text.slice(from, to) }));
  const telling = words.filter(({ term }) => !isSmall(term));
  const chosen = telling.length > 0 ? telling : words;
  return chosen.filter(({ term }, index) => chosen.findIndex((other) => other.term === term) === index);
}

/**
 * The words of a question as the texts have them: two neighbours that the texts write as one are one ('pot hole'), and a word that
 * nobody uses is read by its stem where somebody uses that ('looking', for 'looked').
 */
export function readAsWritten(words: QuestionWord[], { has, meets }: Vocabulary): QuestionWord[] {
  const read: QuestionWord[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const [word, next] = [words[index], words[index + 1]];
    if (!word) continue;
    const joined = `${word.term}${next?.term ?? ''}`;
    if (next && has(joined) && !(has(word.term) && has(next.term))) {
      read.push({ word: `${word.word} ${next.word}`, term: joined });
      index += 1;
      continue;
    }
    const stem = stemOf(word.term);
    read.push(!meets(word.term) && stem && meets(stem) ? { ...word, term: stem } : word);
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
  const words = readAsWritten(questionWords(text), vocabulary);
  const missing = words.filter(({ term }) => !vocabulary.meets(term));
  if (missing.length === 0 || missing.length > mostMended) return null;
  const nearby = missing.map(({ term, word }) => (isCapitals(word) ? null : vocabulary.nearest(term, word)));
  if (nearby.some((near) => near === null)) return null;
  const replaced = new Map(missing.map(({ term }, index) => [term, nearby[index] as string]));
  return words.map(({ word, term }) => replaced.get(term) ?? word).join(' ');
}
