import { wordsAndCompounds } from './search-words';

/** A stretch of a text, and whether it is a word of the question. */
export type Piece = { text: string; marked: boolean };

/** How much of a long text is shown, in characters, and how much of it before the first match. */
const [excerptLength, lead] = [220, 60];

/** A whole text with the words marked that are among these terms. */
export function marked(text: string, terms: Set<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { from, to } of matches(text, terms)) {
    if (from < end) continue;
    if (from > end) pieces.push({ text: text.slice(end, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

/** The part of a text round its first match, cut between words, with those marked that are among these terms. */
export function excerpt(text: string, terms: Set<string>): Piece[] {
  if (text.length <= excerptLength) return marked(text, terms);
  const first = matches(text, terms)[0]?.from ?? 0;
  const latest = Math.max(0, text.length - excerptLength);
  const wanted = Math.min(Math.max(0, first - lead), latest);
  const from = wanted === 0 ? 0 : Math.min(text.indexOf(' ', wanted) + 1 || wanted, first);
  const rest = text.length - from <= excerptLength;
  const to = rest ? text.length : Math.max(text.lastIndexOf(' ', from + excerptLength), from + lead);
  return marked(`${from > 0 ? '… ' : ''}${text.slice(from, to)}${rest ? '' : ' …'}`, terms);
}

const matches = (text: string, terms: Set<string>) =>
  wordsAndCompounds(text)
    .filter(({ term }) => terms.has(term))
    .sort((a, b) => a.from - b.from || b.to - a.to);
