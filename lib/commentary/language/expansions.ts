import { type Prose, proseOf, stem, type Token, tidied } from '@/lib/commentary/words/sentences';
import type { Term } from '@/lib/glossary/term';
import { type Abbreviation, abbreviationsIn } from './abbreviations-in';

/** An abbreviation, and the words that it stands for where its text says so. */
export type Expansion = Abbreviation & { meaning: string | null };

const isWord = ({ text }: Token): boolean => /^[\p{L}\d]/u.test(text);

/** How far words reach back for an abbreviation: words such as “of”, “and” and “to” have no letter in it. */
const reach = (letters: number): number => letters * 2 + 2;

/**
 * The words that an abbreviation stands for, at the end of those before it: its letters are found in them from last to first, and
 * its first letter begins a word. Null where they are not.
 */
function wordsFor(name: string, words: Token[]): Token[] | null {
  const letters = [...name.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  const near = words.slice(-reach(letters.length));
  let letter = letters.length - 1;
  for (let at = near.length - 1; at >= 0; at -= 1) {
    const { lower } = near[at] as Token;
    if (letter === 0) {
      if (lower[0] === letters[0]) return near.slice(at);
      continue;
    }
    for (let place = lower.length - 1; place >= 0 && letter > 0; place -= 1) {
      if (lower[place] === letters[letter]) letter -= 1;
      // The first letter of all begins a word of its own: it may be this one, read to its beginning.
      if (letter === 0 && place > 0 && lower[0] === letters[0]) return near.slice(at);
    }
  }
  return null;
}

/** Whether the words right before an abbreviation begin with its letters, one each: “first time entrants FTE”. */
function initialsBefore(name: string, words: Token[]): Token[] | null {
  const letters = [...name.toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  const near = words.slice(-letters.length);
  const fits =
    letters.length > 2 &&
    near.length === letters.length &&
    near.every(({ lower }, index) => lower[0] === letters[index]);
  return fits ? near : null;
}

const meaningOf = (words: Token[] | null): string | null => (words ? words.map(({ text }) => text).join(' ') : null);

/** What one abbreviation stands for by the words around it, or null where they do not say. */
function meaningAround({ name, sentence: { tokens }, index }: Abbreviation): string | null {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const wordsBefore = tokens.slice(Math.max(0, index - 40), index).filter(isWord);
  const opens = before && /^[([“"‘'–—,]$/.test(before.text);
  const names = before && /^(?:or|as|called)$/.test(before.lower);
  if (opens) return meaningOf(wordsFor(name, wordsBefore));
  if (names) {
    const meaning = meaningOf(wordsFor(name, wordsBefore.slice(0, before.lower === 'as' ? -2 : -1)));
    if (meaning) return meaning;
  }
  if (after && /^[([–—,]$/.test(after.text)) {
    const following = tokens.slice(index + 2, index + 40);
    // What is opened by a bracket is closed by one, whatever stands between.
    const close = following.findIndex(({ text }) => (/[([]/.test(after.text) ? /[)\]]/ : /[–—,]/).test(text));
    const inside = following.slice(0, Math.max(0, close)).filter(isWord);
    if (inside.length >= 2 && wordsFor(name, inside)) return meaningOf(inside);
  }
  if (/^(?:stands|means)$/.test(after?.lower ?? '')) return meaningStanding(tokens, index + 1);
  // “FTE in the title stands for first time entrants.”
  const stands = tokens.slice(index + 1, index + 8).findIndex(({ lower }) => lower === 'stands');
  return stands >= 0 ? meaningStanding(tokens, index + 1 + stands) : meaningOf(initialsBefore(name, wordsBefore));
}

function meaningStanding(tokens: Token[], verb: number): string | null {
  const words = tokens.slice(verb + 1, verb + 14).filter((token) => isWord(token) && token.lower !== 'for');
  return words.length === 0 ? null : meaningOf(words);
}

/** Every abbreviation of a prose in its order, with the words that it stands for where the prose says so. */
export const expansionsIn = (prose: Prose): Expansion[] =>
  abbreviationsIn(prose).map((abbreviation) => ({
    name: abbreviation.name,
    token: abbreviation.token,
    sentence: abbreviation.sentence,
    index: abbreviation.index,
    meaning: meaningAround(abbreviation),
  }));

const stemsOf = (text: string): string[] =>
  tidied(text)
    .split(' ')
    .filter((word) => word.length > 3)
    .map(stem);

/** Whether two explanations can be the same one: most words of the shorter are in the longer. */
export function sameMeaning(one: string, other: string): boolean {
  const [shorter, longer] = [stemsOf(one), stemsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (shorter.length === 0) return true;
  const words = new Set(longer);
  return shorter.filter((word) => words.has(word)).length * 2 >= shorter.length;
}

/** The name under which terms are compared: without case and plural. */
export const termKey = (term: string): string => tidied(term).replace(/(\p{L}{2,})s$/u, '$1');

/** The meanings that a glossary gives to each of its terms. */
export function meaningsByTerm(glossary: Term[]): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  for (const { term, meaning } of glossary) {
    const key = termKey(proseOf(term, { field: 'measure' }).plain);
    meanings.set(key, [...(meanings.get(key) ?? []), meaning]);
  }
  return meanings;
}
