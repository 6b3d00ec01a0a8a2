import type { Exemption, NumberToken } from '../prose/number-token';
import { clauseOf, nounBehind, speaksOfAnother } from './clause-words';
import { namedFor } from './difference-words';
import type { JudgedNumber } from './judged-number';
import type { KnownNumber } from './known-number';
import { type ReadProse, type ReadWords, sentenceOf } from './read-words';

const extremes = /^(?:longest|shortest|oldest|youngest|median|smallest|largest|biggest|busiest|typical)$/;
const supposed = /^(?:would|could|might|without|worth)$/;
const rates = /^(?:day|week|month|quarter|year|hour|night|session|shift|visit|class)$/;
/** A figure that is meant lies within so many times another one. */
const sameSize = 10;

/** Whether no figure that a number could be meant as is of its size. */
function isAfar({ numbers, kind, percent }: NumberToken, hasNoun: boolean, { known }: ReadWords): boolean {
  const value = Number(numbers[0]?.value);
  if (kind === 'percent' || percent || kind === 'points') return false;
  return known.every(({ percent: isPercent, estimate }) => {
    if (isPercent && hasNoun) return true;
    return estimate > value * sameSize || estimate * sameSize < value;
  });
}

/** "570 a month", "£430 each month". */
const isRate = ({ until }: NumberToken, { text: { lexemes } }: ReadProse): boolean =>
  /^(?:a|an|per|every|each)$/.test(lexemes[until]?.lower ?? '') &&
  rates.test(lexemes[until + 1]?.lower ?? '') &&
  !/^(?:ago|earlier|before)$/.test(lexemes[until + 2]?.lower ?? '');

/** How many digits a number has at least whose likeness to a figure is no chance. */
const tellingDigits = 3;

/**
 * Whether a number that is no figure of the row looks like a slip of the hand in one: of a figure that its sentence does not give
 * as it is, since nobody writes "22.2 against 24.2" and means 22.2 twice.
 */
export function looksLikeSlip(
  { token, prose, meant }: JudgedNumber,
  words: ReadWords,
  leastDigits = tellingDigits,
): boolean {
  const { slips, reading } = words;
  if (meant && meant.slipDigits >= leastDigits) return true;
  const isOwnPercent = reading.measure.unit === 'percent' && (token.kind === 'percent' || token.percent);
  const { values } = sentenceOf(prose, token);
  const hasNoun = token.kind === 'money' || (token.kind === 'plain' && nounBehind(token, prose, words) !== 'none');
  const like = ({ percent }: KnownNumber) => (percent ? !hasNoun : token.kind !== 'percent');
  return token.numbers.some((number) =>
    slips(number, isOwnPercent ? 2 : leastDigits).some((known) => like(known) && !values.has(known.estimate)),
  );
}

/** "22 of 42" where 22 of 40 is right: one of its numbers is the reading's own. */
const isHalfOwn = ({ numbers: [x, y] }: NumberToken, { parts }: ReadWords): boolean =>
  parts.some(
    ({ role, numerator, denominator }) => role === 'own' && (x?.value === numerator || y?.value === denominator),
  );

/**
 * Why a number that is no figure of the row is not held against them: it counts something else, is supposed, or is of quite another
 * size; null where it can be meant as one of them. Source: docs/rules.md, Numbers and dates.
 */
export function passedOver(judged: JudgedNumber, words: ReadWords): Exemption | null {
  const { token, prose, meant } = judged;
  const { lexemes } = prose.text;
  if (token.kind === 'fraction' || (token.kind === 'share' && isHalfOwn(token, words))) return null;
  const word = (place: number): string => lexemes[place]?.lower ?? '';
  const sentence = sentenceOf(prose, token);
  const near = lexemes.slice(Math.max(sentence.from, token.from - 6), token.from);
  const isSampled =
    near.some(({ lower }) => /^(?:confidence|interval|margin)$/.test(lower)) || word(token.until) === 'confidence';
  if (isSampled) return 'another thing';
  if (near.slice(-3).some(({ lower }) => lower === 'target')) return null;
  const isAnother = speaksOfAnother(token, prose, words);
  const isNamed = meant !== null && namedFor(clauseOf(token, prose, token), token, prose, words) !== null;
  if (meant && meant.slipDigits >= 2 && (isNamed || !isAnother)) return null;
  if (near.some(({ lower }) => supposed.test(lower))) return 'plan';
  if (looksLikeSlip(judged, words)) return null;
  if (isRate(token, prose)) return 'another thing';
  if (meant === null && near.some(({ lower }) => extremes.test(lower))) return 'another thing';
  if (sentence.isSupposed) return 'plan';
  if (sentence.words.has('account') || sentence.words.has('accounts')) return 'part';
  if (word(token.until) === 'of' && /^(?:them|these|those|which|whom)$/.test(word(token.until + 1))) return 'part';
  const noun = token.kind === 'percent' || token.kind === 'points' ? 'none' : nounBehind(token, prose, words);
  if (noun === 'another') return 'another thing';
  if (meant === null && isAfar(token, noun === 'own', words)) return 'another thing';
  if (noun === 'own') {
    const isFurther = /^(?:further|another|other)$/.test(word(token.from - 1));
    return isFurther && !looksLikeSlip(judged, words, 2) ? 'another thing' : null;
  }
  if (!isAnother) return null;
  return meant === null && looksLikeSlip(judged, words, 2) ? null : 'another thing';
}
