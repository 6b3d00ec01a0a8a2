import type { Finding, Place } from '@/lib/commentary/finding';
import { type PlainText, plainText } from '@/lib/commentary/prose/plain-text';
import type { ReadingText } from '@/lib/commentary/reading-text';

/** A word, a number or a single mark of a text, with where it begins and ends in the plain text; `lower` is its lower case. */
export type Token = { text: string; lower: string; from: number; until: number };

/** A sentence of a prose, with its tokens. */
export type Sentence = { text: string; from: number; until: number; tokens: Token[] };

/** A text as it reads: without invisible characters, with plain digits and letters, and the place of each in the original. */
export type Prose = {
  place: Place;
  original: string;
  plain: string;
  /** The part of the original that a part of the plain text stands for. */
  partOf: PlainText['quoted'];
  sentences: Sentence[];
};

const token = /\p{L}+(?:[’'&]?[\p{L}\d]+){0,40}|\d+(?:[.,]\d+){0,12}|[^\s\p{L}\d]/gu;

/** The tokens of a part of a text, in their order. */
export function tokensOf(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(token)) {
    const from = match.index + offset;
    const word = match[0].replaceAll('’', "'");
    tokens.push({ text: word, lower: word.toLowerCase(), from, until: from + match[0].length });
  }
  return tokens;
}

const shortened = new Set(
  'e.g i.e etc vs approx no dr mr mrs ms st cllr rev prof inc ltd fig para dept min max est'.split(' '),
);

/** Whether a full stop before a blank ends no sentence: it stands behind a shortened word or an initial. */
function isShortened(text: string, stop: number): boolean {
  let from = stop;
  while (from > 0 && stop - from < 8 && !/\s/.test(text[from - 1] as string)) from -= 1;
  const word = text.slice(from, stop).replace(/^[("“‘]+/, '');
  if (/^\p{Lu}$/u.test(word)) return true;
  if (!shortened.has(word.toLowerCase())) return false;
  // “Approx.” and its like can also end a sentence; what follows tells.
  return !/^\s+\p{Lu}/u.test(text.slice(stop + 1, stop + 4)) || /^(?:dr|mr|mrs|ms|st|cllr|rev|prof)$/i.test(word);
}

/** A text cut into its sentences: at full stops, question and exclamation marks, semicolons, bullets and line ends. */
function sentencesOf(plain: string): Sentence[] {
  const sentences: Sentence[] = [];
  const keep = (from: number, until: number) => {
    let [first, last] = [from, until];
    while (first < last && /[\s•*–—-]/.test(plain[first] as string)) first += 1;
    while (last > first && /\s/.test(plain[last - 1] as string)) last -= 1;
    if (first === last) return;
    const text = plain.slice(first, last);
    sentences.push({ text, from: first, until: last, tokens: tokensOf(text, first) });
  };
  let from = 0;
  for (const { 0: mark, index } of plain.matchAll(/[.!?;](?=\s|$|[”"’')])|\n|•/g)) {
    if (index < from || (mark === '.' && isShortened(plain, index))) continue;
    const until = mark === '\n' || mark === '•' ? index : index + 1;
    keep(from, until);
    from = until;
  }
  keep(from, plain.length);
  return sentences;
}

type Parsed = Pick<Prose, 'plain' | 'partOf' | 'sentences'>;

/** The last texts that were read: eight checks read each, and each measure's are compared with those of all others. */
const recent = new Map<string, Parsed>();
const mostRecent = 300;
const longestRecent = 400_000;
let length = 0;

function parsedText(original: string): Parsed {
  const known = recent.get(original);
  if (known) return known;
  const { text: plain, quoted: partOf } = plainText(original, 'kept');
  const parsed = { plain, partOf, sentences: sentencesOf(plain) };
  length += original.length;
  if (recent.size >= mostRecent || length > longestRecent) {
    recent.clear();
    length = original.length;
  }
  recent.set(original, parsed);
  return parsed;
}

/** A text made ready for the checks. */
export function proseOf(original: string, place: Place): Prose {
  return { place, original, ...parsedText(original) };
}

/** Everything that a reading says to the public, text by text: comments, note, and the texts of its actions. */
export function prosesOf({
  comments,
  publicNote,
  actions,
}: Pick<ReadingText, 'comments' | 'publicNote' | 'actions'>): Prose[] {
  return [
    ...(comments ? [proseOf(comments, { field: 'comments' })] : []),
    ...actions.map(({ text }, action) => proseOf(text, { field: 'actionText', action })),
    ...(publicNote ? [proseOf(publicNote, { field: 'publicNote' })] : []),
  ];
}

const longestQuote = 200;

/** The quoted words of a part of a prose as they stand in the original, and where; a long part is quoted by its beginning. */
export function quoted({ partOf }: Prose, from: number, until: number): Pick<Finding, 'quote' | 'at'> {
  const { at, quote } = partOf(from, until);
  const cut = quote.slice(0, longestQuote);
  // Half of a pair of surrogates is no character.
  const isHalf = cut.length < quote.length && /[\ud800-\udbff]$/.test(cut);
  return { quote: isHalf ? cut.slice(0, -1) : cut, at };
}

/** The words and numbers of a sentence in lower case. */
const wordsIn = (tokens: Token[]): string[] =>
  tokens.filter(({ text }) => /^[\p{L}\d]/u.test(text)).map(({ lower }) => lower);

/** The words and numbers of a prose in lower case, in their order. */
export const wordsOfProse = ({ sentences }: Prose): string[] => sentences.flatMap(({ tokens }) => wordsIn(tokens));

/** A sentence in the form in which two are the same: lower case, words alone, one blank between them. */
export const tidiedSentence = ({ tokens }: Sentence): string => wordsIn(tokens).join(' ');

/** A text in the form in which two are the same: lower case, words alone, one blank between them. */
export const tidied = (text: string): string => wordsIn(tokensOf(text)).join(' ');

/** A word without its ending, so that “repairs”, “repaired” and “repairing” are one. */
export const stem = (word: string): string =>
  word.length < 5 ? word : word.replace(/(?:'s|ings?|ed|ies|es|s|y)$/, '').replace(/(.)\1$/, '$1');
