import { belowTwenty, wholeTens } from '@/lib/commentary/prose/number-names';
import type { Token } from './sentences';

/** A number among the tokens of a sentence: its plain decimal, and its first token and the one behind its last. */
export type SentenceNumber = { value: string; decimals: number; first: number; next: number; inWords: boolean };

const small = new Map([...belowTwenty, ...wholeTens]);
const large = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
]);

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

/** The number that begins in words at a token: “twenty-three”, “three hundred and eighty-nine”, “two thousand”. */
function inWords(tokens: Token[], first: number): SentenceNumber | null {
  let total = 0;
  let group: number | null = null;
  let next = first;
  let room = Number.POSITIVE_INFINITY;
  for (let at = first; at < tokens.length && at - first < 16; at += 1) {
    const word = (tokens[at] as Token).lower;
    const value = small.get(word);
    const factor = large.get(word);
    if (value !== undefined && value < room) {
      group = (group ?? 0) + value;
      room = value >= 20 ? 10 : 1;
    } else if (factor !== undefined && group !== null) {
      if (factor === 1_000) {
        total += group * factor;
        group = 0;
      } else group *= factor;
      room = factor;
    } else {
      const joins = word === '-' ? room === 10 : word === 'and' && room >= 100 && room < Number.POSITIVE_INFINITY;
      const following = small.get(tokens[at + 1]?.lower ?? '');
      if (!joins || following === undefined || following >= room) break;
      continue;
    }
    next = at + 1;
  }
  if (next === first) return null;
  return { value: String(total + (group ?? 0)), decimals: 0, first, next, inWords: true };
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
