import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';
import { slipDigits } from '../prose/number-slip';
import type { NumberToken } from '../prose/number-token';
import { clauseOf } from './clause-words';
import { namedFor } from './difference-words';
import type { KnownNumber } from './known-number';
import { isShort, lastDigit } from './number-match';
import type { ReadProse, ReadWords } from './read-words';

type Pair = [KnownNumber, KnownNumber];

/**
 * Two figures that a difference may be meant between, and it; with the digits of what was written where that is one slip from one,
 * and whether it is the per cent of a difference just before it, and nothing else.
 */
export type Meant = { pair: Pair; size: string; slipDigits: number; isSame?: boolean };

/** Among how many pairs a slip of the hand is looked for. */
const mostPairs = 40;

/** What a difference in prose may be between: pairs of numbers of one kind, in the order in which they are likely. */
function pairsFor(
  token: NumberToken,
  prose: ReadProse,
  mentioned: KnownNumber[],
  words: ReadWords,
): [KnownNumber, KnownNumber][] {
  const own = words.known.filter(({ role }) => role === 'own');
  const first = words.reading.earlier[0];
  const usual = words.known.filter(
    ({ role, key }) =>
      role === 'target' || role === 'comparator' || (first && key.startsWith(`earlier/${first.label}/`)),
  );
  const clause = clauseOf(token, prose, token);
  const named = namedFor(clause, token, prose, words);
  const mine = named ?? usual;
  // “Up three points, but a point short of the target”: the target is named for another difference.
  const isTarget = mine.every(({ role }) => role === 'target');
  // “Down 0.23 on 2022-23, 0.38 short”: what nothing is named for is short of the target.
  const isOfLimit = /\b(?:short|shy|over|under|inside|outside|off|(?:red|amber) by|ahead|behind|to find|to go)\b/.test(
    clause.text,
  );
  const target = isOfLimit ? words.known.filter(({ role }) => role === 'target') : [];
  const others = isTarget ? [...mine, ...usual] : [...mine, ...target];
  const alike = (one: KnownNumber, other: KnownNumber) => {
    const [kind, kinds] = [one, other].map(({ part }) => (part === 'threshold' ? 'value' : part));
    return one !== other && kind === kinds && one.percent === other.percent && one.times === other.times;
  };
  const between = (ones: KnownNumber[], more: KnownNumber[]): [KnownNumber, KnownNumber][] =>
    ones.flatMap((one) =>
      more.filter((other) => alike(one, other)).map((other): [KnownNumber, KnownNumber] => [one, other]),
    );
  return [...between(own, others), ...between(own, mentioned), ...between(mentioned, mentioned)];
}

/** The sizes that the difference of two numbers may fairly be given as: exactly, between the shown figures, as a percentage of the second. */
function sizes([one, other]: [KnownNumber, KnownNumber], token: NumberToken, words: ReadWords): string[] {
  const { decimals } = words.reading.measure;
  const isValue = one.part === 'value' || one.part === 'rest';
  const shownDifference = new Exact(round(one.value, decimals)).minus(round(other.value, decimals)).abs().toFixed();
  const exact = new Exact(one.value).minus(other.value).abs();
  const base = new Exact(other.value).abs();
  const relative = base.isZero() ? [] : [exact.times(100).div(base).toFixed()];
  if (token.kind === 'percent') return one.percent ? [exact.toFixed(), shownDifference, ...relative] : relative;
  if (token.kind === 'points' && !one.percent && words.reading.measure.unit !== 'score') return [];
  // Three eighths of a child more would have met the target: it takes one.
  const counted = other.key === 'target/needed' ? [exact.ceil().toFixed(), exact.floor().toFixed()] : [];
  return isValue ? [shownDifference, exact.toFixed()] : [exact.toFixed(), ...counted];
}

/** The two known numbers whose difference a number in prose is, or null; with the pair that it is nearest to say instead. */
export function differenceFor(
  token: NumberToken,
  prose: ReadProse,
  mentioned: KnownNumber[],
  words: ReadWords,
): { pair: Pair | null; nearest: Meant | null } {
  const number = token.numbers[0];
  if (!number) return { pair: null, nearest: null };
  const pairs = pairsFor(token, prose, mentioned, words);
  const places = Math.min(number.decimals, 12);
  const written = round(number.value, places);
  const wanted = Number(number.value);
  // “Some 110,000 above”: the last digit that is given is the ten thousands.
  const step = Number(lastDigit(number));
  const hedge = token.hedge ?? (isShort(token) ? 'about' : null);
  for (const pair of pairs) {
    if (!isNear(pair, wanted, step)) continue;
    const possible = sizes(pair, token, words);
    const isFound = possible.some((size) => round(size, places) === written || fits(size, number.value, hedge, step));
    if (isFound) return { pair, nearest: null };
  }
  const first = pairs.find((pair) => sizes(pair, token, words).length > 0);
  if (!first) return { pair: null, nearest: null };
  const digits = pairs
    .slice(0, mostPairs)
    .flatMap((pair) => sizes(pair, token, words).map((size) => slipDigits(written, round(size, places))));
  const size = sizes(first, token, words)[0] ?? '0';
  return { pair: null, nearest: { pair: first, size, slipDigits: Math.max(0, ...digits) } };
}

/** "186 (11%) more": whether a percentage is the same difference as the number before it. */
export function asPercentOf(
  { numbers: [number] }: NumberToken,
  pair: Pair,
): { pair: Pair | null; nearest: Meant | null } {
  const [one, other] = pair;
  const base = new Exact(other.value).abs();
  if (!number || base.isZero()) return { pair: null, nearest: null };
  const size = new Exact(one.value).minus(other.value).abs().times(100).div(base).toFixed();
  const places = Math.min(number.decimals, 12);
  const [written, right] = [round(number.value, places), round(size, places)];
  if (written === right) return { pair, nearest: null };
  return { pair: null, nearest: { pair, size, slipDigits: slipDigits(written, right), isSame: true } };
}

/** Whether a difference can be about so much at all, in plain arithmetic: only then is it worked out. */
function isNear([one, other]: [KnownNumber, KnownNumber], wanted: number, step: number): boolean {
  const apart = Math.abs(one.estimate - other.estimate);
  const relative = (apart / Math.abs(other.estimate)) * 100;
  return Math.abs(apart - wanted) < Math.max(1.5, step) || Math.abs(relative - wanted) < 1.5;
}

/** Whether a difference is "over 5", "nearly 5" or "about 5", each held to the last digit that is given. */
function fits(size: string, written: string, hedge: NumberToken['hedge'], step: number): boolean {
  const apart = Number(size) - Number(written);
  if (hedge === 'about') return Math.abs(apart) <= step / 2;
  if (hedge === 'over') return apart > 0 && apart < step;
  return hedge === 'under' && apart < 0 && apart > -step;
}
