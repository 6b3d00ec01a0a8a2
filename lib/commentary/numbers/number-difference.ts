import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/figure';
import type { NumberToken } from '../prose/number-token';
import type { KnownNumber } from './known-number';
import { type ReadProse, type ReadWords, type Sentence, sentenceOf } from './read-words';

const after = /^(?:more|fewer|less|higher|lower|above|below|better|worse|short|further|additional|extra|up|down)$/;
const before = /^(?:by|up|down|another|further|additional|extra)$/;
const changes =
  /^(?:increase|rise|reduction|decrease|drop|fall|difference|gap|improvement|decline|growth|dip|change|shortfall|swing)$/;

/** Whether a number is meant as a difference: "by 6", "3 more", "an increase of 12", "7 percentage points". */
export function saysDifference(token: NumberToken, { text: { lexemes } }: ReadProse): boolean {
  if (token.kind === 'points') return true;
  if (token.kind === 'share' || token.kind === 'fraction' || token.kind === 'range') return false;
  const word = (place: number): string => lexemes[place]?.lower ?? '';
  const hedged = token.hedge === null ? token.from - 1 : token.from - (word(token.from - 1) === 'than' ? 3 : 2);
  if (before.test(word(hedged)) || (word(hedged) === 'of' && changes.test(word(hedged - 1)))) return true;
  const [next, second] = [word(token.until), word(token.until + 1)];
  if (/^(?:over|under|beyond|inside)$/.test(next) && /^(?:the|our|its|target|budget|plan)$/.test(second)) return true;
  if (token.kind === 'percent' && changes.test(next)) return true;
  return after.test(next) && (second !== 'average' || next === 'more') && lexemes[token.until]?.kind === 'word';
}

/** The known numbers that the words of a sentence name, other than the reading's own; null where they name none. */
function named(sentence: Sentence, { known, reading }: ReadWords): KnownNumber[] | null {
  const { words, text } = sentence;
  const spans = sentence.dates.slice(0, 50).flatMap((date) => date.spans);
  const others = known.filter(({ role, label, span }) => {
    if (role === 'target')
      return words.has('target') || words.has('threshold') || words.has('amber') || words.has('limit');
    if (role === 'own') return false;
    if (label !== '' && text.includes(label)) return true;
    if (role === 'benchmark')
      return ['average', 'national', 'england', 'regional', 'neighbours', 'nationally'].some((word) => words.has(word));
    if (role === 'comparator' && words.has('year') && (words.has('last') || words.has('previous'))) return true;
    return span !== null && spans.some(({ from, until }) => from === span.from && until === span.until);
  });
  const first = reading.earlier[0];
  if (first && /\b(?:last|previous) (?:month|quarter|period|term|time)\b/.test(text))
    others.push(...known.filter(({ key }) => key.startsWith(`earlier/${first.label}/`)));
  return others.length > 0 ? others : null;
}

/** What a difference in prose may be between: pairs of numbers of one kind, in the order in which they are likely. */
function pairsFor(sentence: Sentence, mentioned: KnownNumber[], words: ReadWords): [KnownNumber, KnownNumber][] {
  const own = words.known.filter(({ role }) => role === 'own');
  const first = words.reading.earlier[0];
  const usual = words.known.filter(
    ({ role, key }) =>
      role === 'target' || role === 'comparator' || (first && key.startsWith(`earlier/${first.label}/`)),
  );
  const mine = named(sentence, words) ?? usual;
  // “Up three points, but a point short of the target”: the target is named for another difference.
  const others = mine.every(({ role }) => role === 'target') ? [...mine, ...usual] : mine;
  const alike = (one: KnownNumber, other: KnownNumber) => {
    const [kind, kinds] = [one, other].map(({ part }) => (part === 'threshold' ? 'value' : part));
    return one !== other && kind === kinds && one.percent === other.percent;
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
  return isValue ? [shownDifference, exact.toFixed()] : [exact.toFixed()];
}

/** The two known numbers whose difference a number in prose is, or null; with the pair that it is nearest to say instead. */
export function differenceFor(
  token: NumberToken,
  prose: ReadProse,
  mentioned: KnownNumber[],
  words: ReadWords,
): { pair: [KnownNumber, KnownNumber] | null; nearest: { pair: [KnownNumber, KnownNumber]; size: string } | null } {
  const number = token.numbers[0];
  if (!number) return { pair: null, nearest: null };
  const pairs = pairsFor(sentenceOf(prose, token), mentioned, words);
  const places = Math.min(number.decimals, 12);
  const written = round(number.value, places);
  const wanted = Number(number.value);
  for (const pair of pairs) {
    if (!isNear(pair, wanted)) continue;
    const possible = sizes(pair, token, words);
    const isFound = possible.some((size) => round(size, places) === written || fits(size, number.value, token.hedge));
    if (isFound) return { pair, nearest: null };
  }
  const first = pairs.find((pair) => sizes(pair, token, words).length > 0);
  return { pair: null, nearest: first ? { pair: first, size: sizes(first, token, words)[0] ?? '0' } : null };
}

/** Whether a difference can be about so much at all, in plain arithmetic: only then is it worked out. */
function isNear([one, other]: [KnownNumber, KnownNumber], wanted: number): boolean {
  const apart = Math.abs(one.estimate - other.estimate);
  const relative = (apart / Math.abs(other.estimate)) * 100;
  return Math.abs(apart - wanted) < 1.5 || Math.abs(relative - wanted) < 1.5;
}

/** Whether a difference is "over 5", "nearly 5" or "about 5". */
function fits(size: string, written: string, hedge: NumberToken['hedge']): boolean {
  const apart = Number(size) - Number(written);
  if (hedge === 'about') return Math.abs(apart) <= 0.5;
  if (hedge === 'over') return apart > 0 && apart < 1;
  return hedge === 'under' && apart < 0 && apart > -1;
}
