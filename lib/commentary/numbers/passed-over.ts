import type { Exemption, NumberToken } from '../prose/number-token';
import { otherwise } from './another-thing';
import { clauseOf, nounBehind, saysAnother, speaksOfAnother } from './clause-words';
import { namedFor } from './difference-words';
import type { JudgedNumber } from './judged-number';
import type { KnownNumber } from './known-number';
import { type ReadProse, type ReadWords, sentenceOf } from './read-words';

const extremes = /^(?:longest|shortest|oldest|youngest|median|smallest|largest|biggest|busiest|typical)$/;
const supposed = /^(?:would|could|might|without|worth)$/;
const limits = /^(?:target|profile|threshold)$/;
const rates = /^(?:day|week|month|quarter|year|hour|night|session|shift|visit|class)$/;
/** A figure that is meant lies within so many times another one. */
const sameSize = 10;

/** Whether no figure that a number could be meant as is of its size. */
function isAfar({ numbers, kind, percent }: NumberToken, hasNoun: boolean, { known, reading }: ReadWords): boolean {
  const value = Number(numbers[0]?.value);
  // “0.2 mins” is written as the figure is.
  if (reading.measure.decimals > 0 && numbers[0]?.decimals === reading.measure.decimals) return false;
  if (kind === 'percent' || percent || kind === 'points') return false;
  // “£4,000” of a measure in thousands is held against its pounds.
  const times = kind === 'money' ? Math.max(1, ...known.map((each) => each.times)) : 1;
  return known.every(({ percent: isPercent, estimate, times: size }) => {
    if ((isPercent && hasNoun) || size < times) return true;
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

const isOwnPercent = ({ kind, percent }: NumberToken, { reading }: ReadWords): boolean =>
  reading.measure.unit === 'percent' && (kind === 'percent' || percent);

/**
 * Whether a number that is no figure of the row looks like a slip of the hand in one: of a figure that its sentence does not give
 * as it is, since nobody writes "22.2 against 24.2" and means 22.2 twice.
 */
export function looksLikeSlip(
  { token, prose, meant }: JudgedNumber,
  words: ReadWords,
  leastDigits = isOwnPercent(token, words) ? 2 : tellingDigits,
): boolean {
  const { slips } = words;
  if (meant && meant.slipDigits >= leastDigits) return true;
  const { values } = sentenceOf(prose, token);
  const hasNoun = token.kind === 'money' || (token.kind === 'plain' && nounBehind(token, prose, words) !== 'none');
  const like = ({ percent }: KnownNumber) => (percent ? !hasNoun : token.kind !== 'percent');
  return token.numbers.some((number) =>
    slips(number, leastDigits).some((known) => like(known) && !values.has(known.estimate)),
  );
}

/**
 * "22 of 42" where 22 of 40 is right: one of its numbers is the reading's own. Of an average the numerator is no part of the
 * denominator, so that "61 of the 149" may be anything.
 */
const isHalfOwn = ({ numbers: [x, y] }: NumberToken, { parts, reading }: ReadWords): boolean =>
  reading.measure.scale !== 1 &&
  parts.some(
    ({ role, numerator, denominator, rest }) =>
      role === 'own' && (x?.value === numerator || x?.value === rest || y?.value === denominator),
  );

/** "76% in March": a number with its date behind it is one of a series. */
const isDated = ({ until }: NumberToken, { text: { lexemes } }: ReadProse): boolean =>
  /^(?:in|at|for|by)$/.test(lexemes[until]?.lower ?? '') && /^(?:[A-Z]|\d{4})/.test(lexemes[until + 1]?.text ?? '');

/** Whether a number has the decimals and the sign that a figure of the measure has. */
function isWrittenAlike({ kind, numbers: [number] }: NumberToken, { reading: { measure } }: ReadWords): boolean {
  if (measure.decimals === 0 || number?.decimals !== measure.decimals) return false;
  if (measure.unit === 'percent') return kind === 'percent';
  return measure.unit === 'pounds' ? kind === 'money' : kind === 'plain';
}

/** Why the words near a number say that it is no figure: sampled, supposed, a rate, an extreme, a part; null where they do not. */
function aside({ token, prose, meant }: JudgedNumber, { phrases }: ReadWords): Exemption | null {
  const { lexemes } = prose.text;
  const [next, second] = [lexemes[token.until]?.lower ?? '', lexemes[token.until + 1]?.lower ?? ''];
  const { from, isSupposed, words } = sentenceOf(prose, token);
  const near = lexemes.slice(Math.max(from, token.from - 6), token.from);
  if (isRate(token, prose)) return 'another thing';
  const isExtreme = near.some(({ lower }) => extremes.test(lower) && !phrases.includes(` ${lower} `));
  if (meant === null && isExtreme) return 'another thing';
  if (isSupposed) return 'plan';
  if (words.has('account') || words.has('accounts')) return 'part';
  return next === 'of' && /^(?:them|these|those|which|whom)$/.test(second) ? 'part' : null;
}

/**
 * Why a number that is no figure of the row is not held against them: it counts something else, is supposed, or is of quite another
 * size; null where it can be meant as one of them. `givesFigure` is whether its sentence gives a figure of the row. Source: docs/rules.md, Numbers and dates.
 */
function passedOver(judged: JudgedNumber, words: ReadWords, givesFigure: boolean): Exemption | null {
  const { token, prose, meant } = judged;
  const { lexemes } = prose.text;
  if (token.kind === 'fraction') return saysAnother(token, prose, words) ? 'part' : null;
  if (token.kind === 'share' && isHalfOwn(token, words)) return null;
  const { from, text } = sentenceOf(prose, token);
  const near = lexemes.slice(Math.max(from, token.from - 6), token.from).map(({ lower }) => lower);
  const isSampled = near.some((word) => /^(?:confidence|interval|margin)$/.test(word));
  if (isSampled || lexemes[token.until]?.lower === 'confidence') return 'another thing';
  if (meant?.isSame || near.slice(-3).some((word) => limits.test(word))) return null;
  const isAnother = speaksOfAnother(token, prose, words, meant !== null);
  const isClauseNamed = namedFor(clauseOf(token, prose, token), token, prose, words) !== null;
  const isNamed = meant !== null && isClauseNamed;
  if (meant && meant.slipDigits >= 2 && (isNamed || !isAnother)) return null;
  const behind = lexemes.slice(token.until, token.until + 3).map(({ lower }) => lower);
  if (near.some((word) => supposed.test(word)) || behind.includes('likely')) return 'plan';
  // The first sentence is of the figure itself more often than those behind it.
  const isOfOthers = /\b(?:england|national|nationally|neighbours|region)\b/.test(text);
  const isLater = token.sentence > 0 && isAnother && !givesFigure && !isOfOthers && !isDated(token, prose);
  const noun = token.kind === 'percent' || token.kind === 'points' ? 'none' : nounBehind(token, prose, words);
  const isPlural = lexemes
    .slice(token.until, token.until + 2)
    .some(({ lower }) => /[^s]s$/.test(lower) && !/^(?:was|is|has|this|as)$/.test(lower));
  const isNamedElse = noun === 'another' && isPlural && token.sentence > 0 && meant === null && !givesFigure;
  if (!isNamedElse && looksLikeSlip(judged, words, isLater ? tellingDigits : undefined)) return null;
  // “England managed 67.9% in 2022/23”: written as the figure is, with a time or place that has one.
  if (isClauseNamed && noun !== 'another' && isWrittenAlike(token, words)) return null;
  // A number that opens the text is meant as the figure.
  const opens = token.sentence === 0 && token.from - from <= 1 && token.kind !== 'share';
  if (opens && ((!token.inWords && noun !== 'another') || looksLikeSlip(judged, words, 2))) return null;
  const why = aside(judged, words);
  if (why) return why;
  if (token.kind === 'percent' && words.reading.measure.unit !== 'percent' && meant === null) return 'another thing';
  if (noun === 'another') return 'another thing';
  if (meant === null && isAfar(token, noun === 'own', words)) return 'another thing';
  if (noun === 'own') {
    const isFurther = /^(?:further|another|other)$/.test(near.at(-1) ?? '');
    return isFurther && !looksLikeSlip(judged, words, 2) ? 'another thing' : null;
  }
  if (!isAnother) return null;
  return meant === null && !isLater && looksLikeSlip(judged, words, 2) ? null : 'another thing';
}

/** Why a number that is none of the figures is left alone; null where it is not. */
export function exemptionOf(
  judged: JudgedNumber,
  before: JudgedNumber | undefined,
  parts: ReadonlySet<JudgedNumber>,
  givesFigure: boolean,
  words: ReadWords,
): Exemption | null {
  const { token, prose } = judged;
  const counted = otherwise(token, prose, words);
  // “514,300 times” where the figure is 214,300: the first sentence is of the figure itself.
  const isSlip = counted === 'another thing' && token.sentence === 0 && looksLikeSlip(judged, words);
  const own = (isSlip ? null : counted) ?? (parts.has(judged) ? 'part' : passedOver(judged, words, givesFigure));
  if (own || !before) return own;
  // “38 advisers against an establishment of 45”: the second number counts what the first one does.
  const isPassed = before.exempt === 'another thing' || before.exempt === 'part';
  if (
    !isPassed ||
    token.kind !== 'plain' ||
    before.token.sentence !== token.sentence ||
    token.from - before.token.until > 6
  )
    return null;
  const between = prose.text.lexemes.slice(before.token.until, token.from).map(({ lower }) => lower);
  const isJoined = between.some((word) => /^(?:against|from|to|and|versus|than)$/.test(word)) && !between.includes(',');
  // “412 requests, of which 397 were answered”.
  if (before.exempt === 'another thing' && between.join(' ') === ', of which') return 'part';
  const isAgainst = between.includes('against') && token.sentence > 0;
  if (!isAgainst && looksLikeSlip(judged, words)) return null;
  return isJoined && nounBehind(token, prose, words) === 'none' ? before.exempt : null;
}
