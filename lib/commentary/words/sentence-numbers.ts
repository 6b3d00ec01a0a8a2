import { mayBeginNumber, spelledAt } from '@/lib/commentary/prose/spelled-numbers';
import type { Token } from './sentences';

/** A number among the tokens of a sentence: its plain decimal, and its first token and the one behind its last. */
export type SentenceNumber = { value: string; decimals: number; first: number; next: number; inWords: boolean };

/** The number that begins with digits at a token; blanks between thousands belong to it. */
function inDigits(tokens: Token[], first: number): SentenceNumber | null {
  const token = tokens[first];
  if (!token || !/^\d/.test(token.text)) return null;
  let digits = token.text;
  let next = first + 1;
  // “27 023”: groups of exactly three digits, one blank apart.
  while (/^\d{1,3}$/.test(token.text) && next - first < 5) {
    const [before, group] = [tokens[next - 1] as Token, tokens[next]];
    if (!group || !/^\d{3}$/.test(group.text) || group.from !== before.until + 1) break;
    digits += group.text;
    next += 1;
  }
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  const value = grouped ? digits.replaceAll(',', '') : digits.replace(',', '.');
  if (!/^\d{1,30}(?:\.\d{1,30})?$/.test(value)) return null;
  return { value, decimals: value.split('.')[1]?.length ?? 0, first, next, inWords: false };
}

/** A number in words has no more tokens than these. */
const longest = 20;

/** The number that begins in words at a token: “twenty-three”, “three hundred and eighty-nine”, “two thousand”. */
function inWords(tokens: Token[], first: number): SentenceNumber | null {
  if (!mayBeginNumber(tokens[first]?.lower ?? '')) return null;
  const places: number[] = [];
  for (let at = Math.max(0, first - 1); at < tokens.length && at < first + longest; at += 1)
    // Of “twenty-three” the words alone are read.
    if (tokens[at]?.text !== '-' || at <= first) places.push(at);
  const words = places.map((place) => tokens[place] as Token);
  const spelled = spelledAt(words, places.indexOf(first));
  if (!spelled) return null;
  const last = places[places.indexOf(first) + spelled.length - 1] as number;
  return { value: String(spelled.value), decimals: 0, first, next: last + 1, inWords: true };
}

/** The number that begins at a token, in digits or words, or null. */
export const numberAt = (tokens: Token[], first: number): SentenceNumber | null =>
  inDigits(tokens, first) ?? inWords(tokens, first);

/**
 * Every number of a sentence, in digits or words, as claims and hidden counts are compared with. Numbers with their kind, their place
 * and what is wrong in them, as checks of figures want them, are read by numbersIn in commentary/prose.
 */
export function sentenceNumbers(tokens: Token[]): SentenceNumber[] {
  const numbers: SentenceNumber[] = [];
  for (let at = 0; at < tokens.length; ) {
    const number = numberAt(tokens, at);
    if (number) numbers.push(number);
    at = number?.next ?? at + 1;
  }
  return numbers;
}

/** Whether a number is written as a percentage. */
export const isPercent = (tokens: Token[], { next }: SentenceNumber): boolean => {
  const [unit, second] = [tokens[next]?.lower, tokens[next + 1]?.lower];
  return unit === '%' || unit === 'percent' || unit === 'percentage' || (unit === 'per' && second === 'cent');
};
