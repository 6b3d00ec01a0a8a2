import { Exact } from '@/lib/figure/decimal';

import { saysDifference } from './difference-words';
import type { JudgedNumber } from './judged-number';
import { lastDigit } from './number-match';
import { looksLikeSlip } from './passed-over';
import { between, followingFrom, sideBySide, totalsOf, withPercentages } from './percentages-beside';
import type { ReadWords } from './read-words';

/** How many numbers of a sentence are looked at as the parts of one. */
const mostParts = 8;
/** How many counts of a text are tried as such neighbours, and how little they may add up to. */
const mostCounts = 60;
const leastSum = 20;

const valueIn = ({ token }: JudgedNumber): string => token.numbers[0]?.value ?? '0';

const isPlain = ({ token, verdict }: JudgedNumber): boolean => token.kind === 'plain' && verdict === 'unknown';

/**
 * "4,310 to stay and play, 2,980 to weighing and 2,190 to courses": neighbours that add up to a figure of the row, which is among
 * them no more than once itself.
 */
function addingUp(judged: JudgedNumber[], { find }: ReadWords): JudgedNumber[] {
  const counts = judged
    .filter(
      (one) =>
        one.token.kind === 'plain' && one.exempt === null && !(one.difference && saysDifference(one.token, one.prose)),
    )
    .slice(0, mostCounts);
  for (let from = 0; from < counts.length; from += 1) {
    let sum = new Exact(valueIn(counts[from] as JudgedNumber));
    for (let until = from + 1; until < Math.min(counts.length, from + mostParts); until += 1) {
      sum = sum.plus(valueIn(counts[until] as JudgedNumber));
      const run = counts.slice(from, until + 1);
      if (!run.some(isPlain) || sum.lt(leastSum)) continue;
      if (find(sum.toFixed(), 0).some(({ percent, role }) => !percent && role === 'own')) return run;
    }
  }
  return [];
}

/** "Of the 168 who were not, 95 have a parent at home": parts of a part that the row knows. */
function ofAPart(sentence: JudgedNumber[]): JudgedNumber[] {
  const at = sentence.findIndex(
    ({ token, prose: { text }, known }) =>
      token.kind === 'plain' &&
      /^(?:of|the|other|our)$/.test(text.lexemes[token.from - 1]?.lower ?? '') &&
      known[0]?.may.some(
        ({ role, part, percent }) => role === 'own' && !percent && (part === 'rest' || part === 'numerator'),
      ),
  );
  const total = sentence[at];
  if (!total) return [];
  return sentence.slice(at + 1).filter((one) => isPlain(one) && new Exact(valueIn(one)).lt(valueIn(total)));
}

/** "Nine needed a kitchen; the other 39 did not": two numbers that are one of the row's together. */
function withTheOthers(judged: JudgedNumber[], { find }: ReadWords): JudgedNumber[] {
  const counts = judged.filter(({ token, exempt }) => token.kind === 'plain' && exempt === null).slice(0, mostCounts);
  return counts.flatMap((one, index) => {
    if (!isPlain(one) || one.prose.text.lexemes[one.token.from - 1]?.lower !== 'other') return [];
    const first = counts.slice(Math.max(0, index - mostParts), index).find((other) => {
      const sum = new Exact(valueIn(one)).plus(valueIn(other)).toFixed();
      return find(sum, 0).some(({ percent, role }) => !percent && role === 'own');
    });
    return first ? [first, one] : [];
  });
}

/** "Seven of the nine": a share of a number that was named before, or of a part that the row knows. */
function ofWhatWasNamed(
  sentence: JudgedNumber[],
  named: ReadonlySet<string>,
  { find, parts, reading }: ReadWords,
): JudgedNumber[] {
  const isTotal = (value: string) => parts.some(({ role, denominator }) => role === 'own' && denominator === value);
  return sentence.filter(({ token, verdict }) => {
    const [x, y] = token.numbers;
    if (token.kind !== 'share' || verdict !== 'unknown' || !x || !y) return false;
    if (new Exact(x.value).gt(y.value)) return false;
    // “80 of 151 tenants answered”: what the figure is of, among more.
    if (isTotal(x.value)) return true;
    if (isTotal(y.value)) return reading.measure.scale === 1;
    return (
      named.has(y.value) ||
      find(y.value, 0).some(({ role, part, percent }) => role === 'own' && !percent && part !== 'denominator')
    );
  });
}

/** "£308k left" where "£742k out of £1.05m" stands before: what the figure leaves of a number that was named. */
function left(sentence: JudgedNumber[], named: ReadonlySet<string>, { known }: ReadWords): JudgedNumber[] {
  const own = known.filter(({ role, part }) => role === 'own' && part === 'value').map(({ value }) => value);
  const totals = [...named].slice(0, mostParts);
  return sentence.filter(({ token, verdict }) => {
    const [number] = token.numbers;
    if (verdict !== 'unknown' || !number || (token.kind !== 'plain' && token.kind !== 'money')) return false;
    const apart = (total: string, value: string) => new Exact(total).minus(value).minus(number.value).abs();
    return totals.some(
      (total) => total !== number.value && own.some((value) => apart(total, value).times(2).lte(lastDigit(number))),
    );
  });
}

/** "The caseload fell from 8,276 to 8,214": what a part of the figure was, which the row does not keep. */
function formerParts(sentence: JudgedNumber[], words: ReadWords): JudgedNumber[] {
  const isPart = ({ known }: JudgedNumber) =>
    known[0]?.may.some(({ role, part }) => role === 'own' && (part === 'numerator' || part === 'denominator')) ?? false;
  return sentence.filter((one, index) => {
    if (!isPlain(one)) return false;
    const { text } = one.prose;
    const before = text.lexemes[one.token.from - 1]?.lower ?? '';
    const [last, next] = [sentence[index - 1], sentence[index + 1]];
    const isNear = (other: JudgedNumber | undefined) =>
      other !== undefined && Math.abs(other.token.from - one.token.from) <= 8 && isPart(other);
    // “1.5% (94 homes) in January 2024”, “13, or 8.7”: a count beside the figure of another time.
    const isBeside = (other: JudgedNumber | undefined) =>
      other !== undefined &&
      // “64, 60 and 63” are a series, and no counts beside figures.
      one.token.numbers[0]?.decimals === 0 &&
      (other.token.kind !== 'plain' || (other.token.numbers[0]?.decimals ?? 0) > 0) &&
      other.token.sentence === one.token.sentence &&
      Math.max(one.token.from - other.token.until, other.token.from - one.token.until) <= 4 &&
      other.known[0]?.may.length !== 0 &&
      (other.known[0]?.may.every(
        ({ role, part }) => part === 'value' && (role === 'comparator' || role === 'earlier'),
      ) ??
        false);
    if (words.reading.measure.scale !== null && (isBeside(last) || isBeside(next))) return true;
    return (before === 'from' && isNear(next)) || (/^(?:from|against|than)$/.test(before) && isNear(last));
  });
}

/** The numbers of a text that are parts of parts: the row does not know them, and they agree with what it knows. */
export function partsOfParts(judged: JudgedNumber[], words: ReadWords): Set<JudgedNumber> {
  const found = new Set<JudgedNumber>();
  const named = new Set<string>();
  if (judged.filter(isPlain).length > 1) for (const one of addingUp(judged, words)) found.add(one);
  for (const one of withTheOthers(judged, words)) found.add(one);
  for (let from = 0; from < judged.length; ) {
    const number = judged[from]?.token.sentence;
    let until = from;
    while (until < judged.length && judged[until]?.token.sentence === number) until += 1;
    const sentence = judged.slice(from, Math.min(until, from + mostCounts));
    for (const { token } of sentence) for (const { value } of token.numbers.slice(0, 1)) named.add(value);
    if (sentence.some(({ verdict }) => verdict === 'unknown')) {
      const certain = [
        ...addingUp(sentence, words),
        ...followingFrom(sentence, words),
        ...between(sentence),
        ...sideBySide(sentence, words),
      ];
      for (const one of certain) found.add(one);
      for (const one of withPercentages(sentence, certain)) if (!looksLikeSlip(one, words, 2)) found.add(one);
      for (const one of totalsOf(sentence)) if (!looksLikeSlip(one, words, 2)) found.add(one);
      const likely = [
        ...ofAPart(sentence),
        ...ofWhatWasNamed(sentence, named, words),
        ...left(sentence, named, words),
        ...formerParts(sentence, words),
      ];
      for (const one of likely) if (!looksLikeSlip(one, words)) found.add(one);
    }
    from = until;
  }
  return found;
}
