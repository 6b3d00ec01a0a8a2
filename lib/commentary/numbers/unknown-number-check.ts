import { Exact } from '@/lib/figure/decimal';
import { asGiven, gap } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import type { Finding } from '../finding';
import type { NumberToken } from '../prose/number-token';
import { rewritten } from '../prose/written-number';
import type { JudgedNumber } from './judged-number';
import type { KnownNumber, KnownParts } from './known-number';
import { shownNumber } from './known-numbers';
import type { Meant } from './number-difference';
import type { ReadWords } from './read-words';
import { ownParts, stale } from './stale-number';

const mostNamed = 4;

/** The row's own figures in words: "81%, 216 and 267; the target 80%; 2017/18 81%". */
function figuresOf(words: ReadWords): string {
  const { known, reading } = words;
  const first = reading.earlier[0]?.label;
  const wanted = known.filter(
    ({ role, part, key, times }) =>
      part !== 'rest' &&
      times === 1 &&
      key !== 'target/needed' &&
      (role === 'own' ||
        role === 'target' ||
        (role === 'comparator' && part === 'value') ||
        key === `earlier/${first}/value`),
  );
  const texts = wanted.map((number) => {
    const text = shownNumber(number, reading, number.percent);
    return number.role === 'own' ? text : `${text} (${number.what.replace(/^the figure for /, '')})`;
  });
  const different = [...new Set(texts)].slice(0, mostNamed + 2);
  return different.length === 0 ? 'This reading has no figure yet.' : `The figures here are ${different.join(', ')}.`;
}

/** The known number nearest to one in prose, of its own kind. */
function nearest({ numbers, kind, percent }: NumberToken, { known }: ReadWords): KnownNumber | null {
  const value = Number(numbers[0]?.value);
  let found: KnownNumber | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const number of known) {
    if (number.percent !== (kind === 'percent' || percent) && (kind === 'percent' || number.part === 'rest')) continue;
    const apart = Math.abs(number.estimate - value);
    if (apart < least) [found, least] = [number, apart];
  }
  return found;
}

const isParts = (now: KnownNumber[] | KnownParts): now is KnownParts => !Array.isArray(now);

/** What is said of a number of an earlier period that stands where this period's should. */
function staleFinding(judged: JudgedNumber, now: KnownNumber[] | KnownParts): Finding | null {
  const { token, prose } = judged;
  const { at, quote } = token;
  const [x, y] = token.numbers;
  if (!x) return null;
  const old = isParts(now) ? judged.parts[0]?.what : judged.known[0]?.may[0]?.what;
  const value = isParts(now) ? now.numerator : now[0]?.value;
  if (value === undefined) return null;
  const isRest = isParts(now) && judged.parts[0]?.rest === x.value && judged.parts[0]?.numerator !== x.value;
  const changes = [{ number: x, value: isRest && isParts(now) ? now.rest : value }];
  if (y && isParts(now)) changes.push({ number: y, value: now.denominator });
  const instead = rewritten(quote, at, changes);
  if (instead === quote) return null;
  const sentence = `“${quote}” is ${old}, not the one for this reading, which is ${instead}.`;
  return {
    rule: 'W1',
    place: prose.place,
    quote,
    at,
    sentence,
    mend: 'Put this reading’s figure, or say which period the number is for.',
    instead,
  };
}

/** Whether the size of a difference is that of two figures, and not of it in per cent. */
const isShownDifference = ({ pair: [one, other], size }: Meant): boolean =>
  Math.abs(Math.abs(one.estimate - other.estimate) - Number(size)) < 0.6;

/** What is said of a difference that is not the difference of the figures that it is said of. */
function differenceFinding({ token, prose, meant }: JudgedNumber, words: ReadWords): Finding | null {
  if (!meant) return null;
  const { measure } = words.reading;
  const [one, other] = meant.pair;
  const isValue = one.part === 'value' || one.part === 'threshold' || (one.part === 'rest' && one.percent);
  const isRelative = token.kind === 'percent' && !isShownDifference(meant);
  const size = isRelative
    ? `${asGiven(round(meant.size, 1))}%`
    : isValue
      ? gap(meant.size, measure)
      : asGiven(meant.size);
  const figures = `${shownNumber(one, words.reading, one.percent)} and ${shownNumber(other, words.reading, other.percent)}`;
  const { at, quote } = token;
  const sentence = new Exact(meant.size).isZero()
    ? `“${quote}” is not the difference: ${one.what} and ${other.what} are both ${shownNumber(one, words.reading, one.percent)}.`
    : `“${quote}” is not the difference between ${one.what} and ${other.what}: ${figures} are ${size} apart.`;
  return {
    rule: 'W1',
    place: prose.place,
    quote,
    at,
    sentence,
    mend: 'Correct the number, or say between which two figures it is the difference.',
  };
}

/** What is said of a number that is none of the row's figures. */
function unknownFinding(judged: JudgedNumber, figures: string, words: ReadWords): Finding {
  const { token, prose } = judged;
  const { at, quote } = token;
  const difference = differenceFinding(judged, words);
  if (difference) return difference;
  const near = token.kind === 'share' || token.kind === 'fraction' ? null : nearest(token, words);
  const nearestWords = near ? ` The nearest is ${shownNumber(near, words.reading, near.percent)}, ${near.what}.` : '';
  return {
    rule: 'W1',
    place: prose.place,
    quote,
    at,
    sentence: `“${quote}” is none of the figures of this measure.${nearestWords} ${figures}`,
    mend: 'Correct the number, or say what it counts and where it comes from.',
  };
}

/** W1: a number in prose that is none of the row's figures, or is the figure of another time. Source: docs/rules.md, Numbers and dates. */
export function unknownFindings(words: ReadWords, judged: JudgedNumber[]): Finding[] {
  let figures: string | null = null;
  const isNamed = ownParts(judged);
  return judged.flatMap((one) => {
    if (one.verdict === 'unknown') {
      figures ??= figuresOf(words);
      return unknownFinding(one, figures, words);
    }
    if (one.verdict !== 'known') return [];
    const now = stale(one, isNamed, words);
    return now === null ? [] : (staleFinding(one, now) ?? []);
  });
}
