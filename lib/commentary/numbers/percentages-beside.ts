import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';
import { speaksOfAnother } from './clause-words';
import type { JudgedNumber } from './judged-number';
import { lastDigit } from './number-match';
import { looksLikeSlip } from './passed-over';
import type { ReadWords } from './read-words';

/** How many percentages of a sentence are looked at together. */
const mostPercents = 8;

const valueIn = ({ token }: JudgedNumber): string => token.numbers[0]?.value ?? '0';

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
export function followingFrom(sentence: JudgedNumber[], { known }: ReadWords): JudgedNumber[] {
  const own = known.filter(({ percent, role }) => !percent && role === 'own').map(({ value }) => value);
  return sentence.flatMap((one, index) => {
    const before = sentence[index - 1];
    const [x, y] = before?.token.numbers ?? [];
    if (one.token.kind !== 'percent' || one.verdict !== 'unknown' || one.meant?.isSame || !before || !x) return [];
    if (one.token.from - before.token.until > 4) return [];
    if (before.token.kind === 'share' && y)
      return isShareOf(one, x.value, y.value) ? (before.verdict === 'unknown' ? [before, one] : [one]) : [];
    if (before.token.kind !== 'plain' && before.token.kind !== 'money') return [];
    return own.some((value) => isShareOf(one, x.value, value) || isShareOf(one, value, x.value)) ? [one] : [];
  });
}

/** "22 (8%) live with relatives": a count whose percentage follows from it. */
export const withPercentages = (sentence: JudgedNumber[], certain: JudgedNumber[]): JudgedNumber[] =>
  sentence.filter(
    (one, index) =>
      one.token.kind === 'plain' && one.verdict === 'unknown' && certain.includes(sentence[index + 1] as JudgedNumber),
  );

/** "£742k out of our £1.05m": the total that the figure is a part of. */
export function totalsOf(sentence: JudgedNumber[]): JudgedNumber[] {
  return sentence.filter((one, index) => {
    const before = sentence[index - 1];
    if (one.verdict !== 'unknown' || !before || (one.token.kind !== 'money' && one.token.kind !== 'plain'))
      return false;
    const between = one.prose.text.lexemes.slice(before.token.until, one.token.from).map(({ lower }) => lower);
    if (!between.includes('of') || before.token.kind === 'percent') return false;
    if (!between.every((word) => /^(?:out|of|our|the|a|its|total|budget|pot)$/.test(word))) return false;
    return (
      before.known[0]?.may.some(({ role, part }) => role === 'own' && (part === 'value' || part === 'numerator')) ??
      false
    );
  });
}

/** "A gap of 13.8 points" between two percentages of the sentence. */
export function between(sentence: JudgedNumber[]): JudgedNumber[] {
  const percents = sentence.filter(({ token }) => token.kind === 'percent').slice(0, mostPercents);
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

/** "28.4% in the one against 17.1% in the other": two percentages of something else, side by side; a slip changes one of them. */
export function sideBySide(sentence: JudgedNumber[], words: ReadWords): JudgedNumber[] {
  return sentence.flatMap((one, index) => {
    const next = sentence[index + 1];
    if (!next || [one, next].some(({ token, verdict }) => token.kind !== 'percent' || verdict !== 'unknown')) return [];
    const between = one.prose.text.lexemes.slice(one.token.until, next.token.from);
    if (between.length > 6 || !between.some(({ lower }) => /^(?:against|and|to|versus|or|but)$/.test(lower))) return [];
    if (looksLikeSlip(one, words) && looksLikeSlip(next, words)) return [];
    return speaksOfAnother(one.token, one.prose, words) ? [one, next] : [];
  });
}
