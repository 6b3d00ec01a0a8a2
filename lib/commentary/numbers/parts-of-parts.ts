import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/figure';
import { speaksOfAnother } from './clause-words';
import type { JudgedNumber } from './judged-number';
import { lastDigit } from './number-match';
import { looksLikeSlip } from './passed-over';
import type { ReadWords } from './read-words';

/** How many numbers of a sentence are looked at as the parts of one. */
const mostParts = 12;

const valueIn = ({ token }: JudgedNumber): string => token.numbers[0]?.value ?? '0';

const isPlain = ({ token, verdict }: JudgedNumber): boolean => token.kind === 'plain' && verdict === 'unknown';

/** "4,310 to stay and play, 2,980 to weighing and 2,190 to courses", which add up to a figure of the row. */
function addingUp(sentence: JudgedNumber[], { find }: ReadWords): JudgedNumber[] {
  const counts = sentence.filter(isPlain).slice(0, mostParts);
  for (let from = 0; from < counts.length; from += 1) {
    let sum = new Exact(valueIn(counts[from] as JudgedNumber));
    for (let until = from + 1; until < counts.length; until += 1) {
      sum = sum.plus(valueIn(counts[until] as JudgedNumber));
      if (find(sum.toFixed(), 0).some(({ percent }) => !percent)) return counts.slice(from, until + 1);
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

/** Whether a percentage is fairly so much of so much: rounded as it is given, or above or below it where it says so. */
function isShareOf({ token }: JudgedNumber, part: string, total: string): boolean {
  const [number] = token.numbers;
  if (!number || new Exact(total).isZero()) return false;
  const share = new Exact(part).times(100).div(total);
  const apart = share.minus(number.value);
  if (token.hedge === 'over') return apart.gte(0) && apart.lt(lastDigit(number));
  if (token.hedge === 'under') return apart.lte(0) && apart.abs().lt(lastDigit(number));
  const places = Math.min(number.decimals, 12);
  return round(share.toFixed(), places) === round(number.value, places);
}

/** A percentage just behind a count or "x of y" that it follows from: "81 admissions (41%)", "1,115 of 1,505, or 74.1%". */
function followingFrom(sentence: JudgedNumber[], { known }: ReadWords): JudgedNumber[] {
  const own = known.filter(({ percent, role }) => !percent && role === 'own').map(({ value }) => value);
  return sentence.flatMap((one, index) => {
    const before = sentence[index - 1];
    const [x, y] = before?.token.numbers ?? [];
    if (one.token.kind !== 'percent' || one.verdict !== 'unknown' || !before || !x) return [];
    if (one.token.from - before.token.until > 4) return [];
    if (before.token.kind === 'share' && y)
      return isShareOf(one, x.value, y.value) ? (before.verdict === 'unknown' ? [before, one] : [one]) : [];
    if (before.token.kind !== 'plain' && before.token.kind !== 'money') return [];
    return own.some((value) => isShareOf(one, x.value, value) || isShareOf(one, value, x.value)) ? [one] : [];
  });
}

/** "22 (8%) live with relatives": a count whose percentage follows from it. */
const withPercentages = (sentence: JudgedNumber[], certain: JudgedNumber[]): JudgedNumber[] =>
  sentence.filter((one, index) => isPlain(one) && certain.includes(sentence[index + 1] as JudgedNumber));

/** "£742k out of our £1.05m": the total that the figure is a part of. */
function totalsOf(sentence: JudgedNumber[]): JudgedNumber[] {
  return sentence.filter((one, index) => {
    const before = sentence[index - 1];
    if (one.verdict !== 'unknown' || !before || (one.token.kind !== 'money' && one.token.kind !== 'plain'))
      return false;
    const between = one.prose.text.lexemes.slice(before.token.until, one.token.from).map(({ lower }) => lower);
    if (between.length > 5 || !between.includes('of')) return false;
    return (
      before.known[0]?.may.some(({ role, part }) => role === 'own' && (part === 'value' || part === 'numerator')) ??
      false
    );
  });
}

/** "A gap of 13.8 points" between two percentages of the sentence. */
function between(sentence: JudgedNumber[]): JudgedNumber[] {
  const percents = sentence.filter(({ token }) => token.kind === 'percent').slice(0, mostParts);
  return sentence.filter(({ token, verdict }) => {
    if (token.kind !== 'points' || verdict !== 'unknown') return false;
    const places = Math.min(token.numbers[0]?.decimals ?? 0, 12);
    return percents.some((one) =>
      percents.some(
        (other) =>
          round(new Exact(valueIn(one)).minus(valueIn(other)).toFixed(), places) ===
          round(token.numbers[0]?.value ?? '0', places),
      ),
    );
  });
}

/** "Seven of the nine": a share of a number that was named before, or of a part that the row knows. */
function ofWhatWasNamed(
  sentence: JudgedNumber[],
  named: ReadonlySet<string>,
  { find, parts }: ReadWords,
): JudgedNumber[] {
  const isTotal = (value: string) => parts.some(({ role, denominator }) => role === 'own' && denominator === value);
  return sentence.filter(({ token, verdict }) => {
    const [x, y] = token.numbers;
    if (token.kind !== 'share' || verdict !== 'unknown' || !x || !y || isTotal(y.value)) return false;
    if (new Exact(x.value).gt(y.value)) return false;
    return (
      named.has(y.value) ||
      find(y.value, 0).some(({ role, part, percent }) => role === 'own' && !percent && part !== 'denominator')
    );
  });
}

/** "28.4% in the one against 17.1% in the other": two percentages of something else, side by side; a slip changes one of them. */
function sideBySide(sentence: JudgedNumber[], words: ReadWords): JudgedNumber[] {
  return sentence.flatMap((one, index) => {
    const next = sentence[index + 1];
    if (!next || [one, next].some(({ token, verdict }) => token.kind !== 'percent' || verdict !== 'unknown')) return [];
    const between = one.prose.text.lexemes.slice(one.token.until, next.token.from);
    if (between.length > 6 || !between.some(({ lower }) => /^(?:against|and|to|versus|or|but)$/.test(lower))) return [];
    if (looksLikeSlip(one, words) && looksLikeSlip(next, words)) return [];
    return speaksOfAnother(one.token, one.prose, words) ? [one, next] : [];
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
function formerParts(sentence: JudgedNumber[]): JudgedNumber[] {
  const isPart = ({ known }: JudgedNumber) =>
    known[0]?.may.some(({ role, part }) => role === 'own' && (part === 'numerator' || part === 'denominator')) ?? false;
  return sentence.filter((one, index) => {
    if (!isPlain(one)) return false;
    const { text } = one.prose;
    const before = text.lexemes[one.token.from - 1]?.lower ?? '';
    const [last, next] = [sentence[index - 1], sentence[index + 1]];
    const isNear = (other: JudgedNumber | undefined) =>
      other !== undefined && Math.abs(other.token.from - one.token.from) <= 8 && isPart(other);
    return (before === 'from' && isNear(next)) || (/^(?:from|against|than)$/.test(before) && isNear(last));
  });
}

/** The numbers of a text that are parts of parts: the row does not know them, and they agree with what it knows. */
export function partsOfParts(judged: JudgedNumber[], words: ReadWords): Set<JudgedNumber> {
  const found = new Set<JudgedNumber>();
  const named = new Set<string>();
  for (let from = 0; from < judged.length; ) {
    const number = judged[from]?.token.sentence;
    let until = from;
    while (until < judged.length && judged[until]?.token.sentence === number) until += 1;
    const sentence = judged.slice(from, until);
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
      const likely = [
        ...ofAPart(sentence),
        ...ofWhatWasNamed(sentence, named, words),
        ...left(sentence, named, words),
        ...formerParts(sentence),
        ...totalsOf(sentence),
      ];
      for (const one of likely) if (!looksLikeSlip(one, words)) found.add(one);
    }
    from = until;
  }
  return found;
}
