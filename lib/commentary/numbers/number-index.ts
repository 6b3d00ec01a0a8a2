import { Exact } from '@/lib/figure/decimal';
import { round } from '@/lib/figure/rounding';
import { slipDigits } from '../prose/number-slip';
import type { PlacedNumber } from '../prose/number-token';
import type { KnownNumber } from './known-number';

/**
 * Known numbers by what they are at so many decimals, so that a number in prose finds its own at once: those near it in plain
 * arithmetic first, and of these the ones that exact rounding gives.
 */
export function numberIndex(known: KnownNumber[]): (value: string, decimals: number) => KnownNumber[] {
  const byDecimals = new Map<number, Map<number, KnownNumber[]>>();
  const bucket = (estimate: number, places: number) => Math.floor(estimate * 10 ** places);
  return (value, decimals) => {
    // Nobody writes more decimals than these; more could only ask for as many tables.
    const places = Math.min(decimals, 12);
    let table = byDecimals.get(places);
    if (!table) {
      table = new Map();
      for (const number of known) {
        const place = bucket(number.estimate, places);
        const near = table.get(place);
        if (near) near.push(number);
        else table.set(place, [number]);
      }
      byDecimals.set(places, table);
    }
    const middle = bucket(Number(value), places);
    const candidates = [middle - 2, middle - 1, middle, middle + 1, middle + 2].flatMap(
      (place) => table.get(place) ?? [],
    );
    if (candidates.length === 0) return candidates;
    const written = round(value, places);
    return candidates.filter((number) => round(number.value, places) === written);
  };
}

/** How many earlier figures a slip of the hand may be meant for: the older ones are cited seldom and look like anything. */
const mostEarlier = 4;

/** The zeros at the end of a number that is given short: "27,000" has three. */
const zerosOf = ({ value, decimals }: PlacedNumber): number =>
  decimals > 0 || value === '0' ? 0 : (/0*$/.exec(value)?.[0].length ?? 0);

/** The known figures from which a number with so many digits at least is one slip, as fairly rounded as it is given. */
export function slipIndex(known: KnownNumber[]): (number: PlacedNumber, leastDigits: number) => KnownNumber[] {
  const earlier = new Set<string>();
  const likely = known.filter(({ role, label }) => {
    if (role === 'earlier' && earlier.size < mostEarlier) earlier.add(label);
    return role !== 'earlier' || earlier.has(label);
  });
  const tables = new Map<string, string[]>();
  const answers = new Map<string, KnownNumber[]>();
  const table = (places: number, zeros: number): string[] => {
    const key = `${places} ${zeros}`;
    let found = tables.get(key);
    if (!found) {
      const size = new Exact(10).pow(zeros);
      found = likely.map(({ value }) => round(new Exact(value).div(size).toFixed(), places));
      tables.set(key, found);
    }
    return found;
  };
  return (number, leastDigits) => {
    const places = Math.min(number.decimals, 12);
    const zeros = Math.min(zerosOf(number), 12);
    const key = `${number.value} ${places} ${leastDigits}`;
    const before = answers.get(key);
    if (before !== undefined) return before;
    const written = number.value.slice(0, number.value.length - zeros);
    const exact = round(number.value, places);
    const found = likely.filter(
      (_, index) =>
        slipDigits(exact, table(places, 0)[index] ?? '') >= leastDigits ||
        (zeros > 0 && slipDigits(written, table(0, zeros)[index] ?? '') >= leastDigits),
    );
    answers.set(key, found);
    return found;
  };
}
