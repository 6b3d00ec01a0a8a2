import { isSmall, wordsAndCompounds } from './search-words';
import { editDistance, nearestWord } from './suggested-spelling';

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

/** The words of texts: how often each term is used, and how it is spelt how often. */
export class WordCounts {
  readonly uses = new Map<string, number>();
  readonly spellings = new Map<string, Map<string, number>>();

  /** Counts the words of one more text. */
  add(text: string): void {
    for (const { term, from, to } of wordsAndCompounds(text)) {
      const word = text.slice(from, to).toLowerCase();
      const known = this.spellings.get(term) ?? new Map<string, number>();
      this.uses.set(term, (this.uses.get(term) ?? 0) + 1);
      this.spellings.set(term, known.set(word, (known.get(word) ?? 0) + 1));
    }
  }
}

/** The vocabulary of the texts whose words were counted. */
export function vocabularyOf({ uses, spellings }: WordCounts): Vocabulary {
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
