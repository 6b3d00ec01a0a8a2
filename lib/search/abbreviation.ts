import { isSmall, wordsOf } from './search-words';

/** An abbreviation as a published text explains it: 'IRO' and 'independent reviewing officer'. */
export type Abbreviation = { short: string; long: string };

type Part = { text: string; term: string; from: number; to: number };

/** How many words that give no letter may stand among those that do: not in education, employment or training. */
const spare = 4;
const looksShort = /^(?=.{2,9}$)\p{Lu}\p{L}*\p{Lu}s?$/u;

/**
 * The abbreviations that a text explains, in its order: 'independent reviewing officer (IRO)', 'IRO (independent reviewing
 * officer)', 'IRO … stands for independent reviewing officer'. The words must begin with the letters.
 */
export function abbreviationsIn(text: string): Abbreviation[] {
  const parts = wordsOf(text).map((word) => ({ ...word, text: text.slice(word.from, word.to) }));
  return parts.flatMap((part, index) => {
    if (!looksShort.test(part.text)) return [];
    const short = part.text.replace(/s$/, '');
    const long =
      before(text, parts, index, short) ?? within(text, parts, index, short) ?? after(text, parts, index, short);
    return long === null ? [] : [{ short, long }];
  });
}

/** 'long words (SHORT)'. */
function before(text: string, parts: Part[], index: number, short: string): string | null {
  const gap = text.slice(parts[index - 1]?.to ?? 0, parts[index]?.from);
  if (!/^\s*\($/.test(gap) || text[parts[index]?.to ?? 0] !== ')') return null;
  for (let length = short.length; length <= Math.min(index, short.length + spare); length += 1)
    if (spells(parts.slice(index - length, index), short)) return phrase(text, parts[index - length], parts[index - 1]);
  return null;
}

/** 'SHORT (long words)'. */
function within(text: string, parts: Part[], index: number, short: string): string | null {
  if (!/^\s*\($/.test(text.slice(parts[index]?.to, parts[index + 1]?.from))) return null;
  return following(text, parts, index + 1, short, (end) => text[end] === ')');
}

/** 'SHORT stands for long words', with up to three words between, as in 'SHORT in the title stands for'. */
function after(text: string, parts: Part[], index: number, short: string): string | null {
  const next = parts.slice(index + 1, index + 6).map(({ term }) => term);
  const verb = next.findIndex((term, at) => term === 'stand' && next[at + 1] === 'for');
  return verb < 0 ? null : following(text, parts, index + verb + 3, short, () => true);
}

function following(text: string, parts: Part[], first: number, short: string, ends: (at: number) => boolean) {
  for (let length = short.length; length <= short.length + spare; length += 1) {
    const words = parts.slice(first, first + length);
    const last = words.at(-1);
    if (words.length === length && last && spells(words, short) && ends(last.to)) return phrase(text, words[0], last);
  }
  return null;
}

/** Words of one breath, as they are written; null where a sentence or a bracket ends between them. */
function phrase(text: string, first: Part | undefined, last: Part | undefined): string | null {
  const long = text.slice(first?.from, last?.to);
  return /[.;:()]/.test(long) ? null : long;
}

/** Whether words begin with these letters, small words apart; in any order too, as in education, employment or training (ETE). */
function spells(words: Part[], short: string): boolean {
  const letters = short.toLowerCase();
  const ordered = words.reduce((at, { term }) => {
    if (at >= 0 && term[0] === letters[at]) return at + 1;
    return at >= 0 && isSmall(term) ? at : -1;
  }, 0);
  if (ordered === letters.length) return true;
  const initials = words.filter(({ term }) => !isSmall(term)).map(({ term }) => term[0]);
  return initials.sort().join('') === [...letters].sort().join('');
}

/** Every abbreviation that any of the texts explains, each meaning once. */
export const glossaryOf = (texts: string[]): Abbreviation[] => eachOnce(texts.flatMap(abbreviationsIn));

/** Abbreviations as texts explain them, each meaning once. */
export function eachOnce(explained: Abbreviation[]): Abbreviation[] {
  const known = new Map<string, Abbreviation>();
  for (const abbreviation of explained) {
    const name = `${abbreviation.short} ${spoken(abbreviation.long)}`;
    if (!known.has(name)) known.set(name, abbreviation);
  }
  return [...known.values()];
}

/**
 * The abbreviations that a text uses or spells out, whichever text explains them; where it explains one itself, only in that
 * meaning. So a text that says IRO is found by its long words, and one that only has those is found by IRO.
 */
export function abbreviationsOf(text: string, glossary: Abbreviation[]): Abbreviation[] {
  const explained = glossaryOf([text]);
  const words = new Set(wordsOf(text).map(({ from, to }) => text.slice(from, to).replace(/s$/, '')));
  const phrases = spoken(text);
  return glossary.filter(({ short, long }) => {
    if (phrases.includes(spoken(long))) return true;
    return words.has(short) && !explained.some((abbreviation) => abbreviation.short === short);
  });
}

/** The words of a text with a space on either side of each, so that one phrase can be looked for in another. */
const spoken = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ term }) => term)
    .join(' ')} `;
