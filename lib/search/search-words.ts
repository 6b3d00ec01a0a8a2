/** A word as it is compared in a search, and where it stands in its text. */
export type Word = { term: string; from: number; to: number };

const pattern = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in order: lower case, without accents, apostrophes and the endings of plurals. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    term: singular(folded(word)),
    from: index,
    to: index + word.length,
  }));

/** The words of a text, and each hyphenated one in one piece as well: re-offending is re, offending and reoffending. */
export function wordsAndCompounds(text: string): Word[] {
  const words = wordsOf(text);
  const compounds: Word[] = [];
  for (let first = 0, last = 0; first < words.length; first = last + 1) {
    last = first;
    while (last + 1 < words.length && /^[-‐‑]$/.test(text.slice(words[last]?.to, words[last + 1]?.from))) last += 1;
    const [from, to] = [words[first]?.from ?? 0, words[last]?.to ?? 0];
    if (last > first) compounds.push({ term: singular(folded(text.slice(from, to).replace(/[-‐‑]/g, ''))), from, to });
  }
  return [...words, ...compounds];
}

const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ]/gu, '')
    .toLowerCase();

/** Without the ending of a plural, so that children's, childrens and children are one word; whole words are not wanted here. */
function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (/..ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** A word without the ending of a verb, so that looking is read as looked; null where it has none, or little is left of it. */
export function stemOf(term: string): string | null {
  const [, stem] = /^(.{4,})(?:ing|ed)$/.exec(term) ?? [];
  return stem ?? null;
}

/** Words that say nothing about what a person looks for, unless a question has no others. */
const small = new Set(
  `a an and any are as at be been by do does for from had has have how i in is it its many measure much my of on or our per
  that the their there these this to was we were what when where which who why with`.split(/\s+/),
);

export const isSmall = (term: string): boolean => small.has(term);
