import { isSmall, wordsAndCompounds } from './search-words';
import { editDistance, nearestWord } from './spelling';

/** Whether words that begin with this one are meant as well: potholes too, for poth. */
export const opens = (term: string): boolean => term.length >= 3 && !/^\d/.test(term) && !isSmall(term);

/** Every word of some texts, by which a misspelt one is known and mended. */
export type Vocabulary = {
  /** Whether a text has exactly this term. */
  has: (term: string) => boolean;
  /** Whether a text has this term, or one that begins with it where that is meant as well. */
  meets: (term: string) => boolean;
  /** The term as the texts spell it, the spelling that is nearest to a word first, then the most used. */
  spelt: (term: string, like: string) => string;
  /** The spelling that is nearest to a term that no text has, and to the word as it was typed; null when none is near. */
  nearest: (term: string, typed: string) => string | null;
};

/** The vocabulary of some texts. */
export function vocabularyOf(texts: string[]): Vocabulary {
  const [uses, spellings] = [new Map<string, number>(), new Map<string, Map<string, number>>()];
  for (const text of texts)
    for (const { term, from, to } of wordsAndCompounds(text)) {
      const word = text.slice(from, to).toLowerCase();
      const known = spellings.get(term) ?? new Map<string, number>();
      uses.set(term, (uses.get(term) ?? 0) + 1);
      spellings.set(term, known.set(word, (known.get(word) ?? 0) + 1));
    }
  const terms = [...uses.keys()];

  function spelt(term: string, like: string): string {
    const distance = (word: string) => editDistance(word, like.toLowerCase(), 4);
    const known = [...(spellings.get(term) ?? [])].map(([word, count]) => ({ word, count, distance: distance(word) }));
    known.sort((a, b) => (a.distance === b.distance ? b.count - a.count : a.distance < b.distance ? -1 : 1));
    return known[0]?.word ?? term;
  }

  return {
    has: (term) => uses.has(term),
    meets: (term) => uses.has(term) || (opens(term) && terms.some((known) => known.startsWith(term))),
    spelt,
    nearest: (term, typed) => {
      const near = nearestWord(term, uses, typed);
      return near && spelt(near, term);
    },
  };
}
