/**
 * Rounding, printing, thresholds, colours and directions a second time and by themselves, in fractions of whole numbers, so that
 * the real ones can be held against them. It knows nothing of lib. Source: docs/rules.md, Figures; Colours; Direction of travel.
 */
import { less, minus, parsed, plus, type Ratio, ratio, times } from './rational-spc';

type Shape = 'at_least' | 'at_most' | 'between';
type Unit = 'percent' | 'number' | 'pounds' | 'pounds_thousand' | 'days' | 'per_1000';
export type Case = {
  /** As it is typed; used where there are no parts. */
  value: string;
  parts: { numerator: string; denominator: string; scale: 1 | 100 | 1000 } | null;
  /** The earlier figure that it is compared with. */
  before: string;
  shape: Shape;
  green: string;
  greenTo: string;
  tolerance: { size: string; share: boolean };
  polarity: 'higher' | 'lower' | 'nearest' | 'none';
  decimals: number;
  unit: Unit;
  compareAs: 'shown' | 'stored';
  digitsFollow: boolean;
  outsideHundred: boolean;
  band: string | null;
};
export type Answer = {
  stored: Ratio;
  rounded: string;
  shown: string;
  /** Null where the tolerance gives no target; then the colour is that of the target without an amber limit. */
  amber: [Ratio, Ratio | null] | null;
  colour: 'green' | 'amber' | 'red' | null;
  direction: string;
};

const zero = ratio(0);
const size = (a: Ratio): Ratio => (less(a, zero) ? minus(zero, a) : a);
const most = (a: Ratio, b: Ratio): Ratio => (less(a, b) ? b : a);
const least = (a: Ratio, b: Ratio): Ratio => (less(b, a) ? b : a);
export const alike = (a: Ratio, b: Ratio): boolean => !less(a, b) && !less(b, a);

/** Half up and away from zero, in units of the last decimal. */
function units(value: Ratio, decimals: number): bigint {
  const { n, d } = size(value);
  const count = (2n * n * 10n ** BigInt(decimals) + d) / (2n * d);
  return less(value, zero) ? -count : count;
}

/** A whole number of units as a plain decimal text. */
export function written(count: bigint, decimals: number): string {
  const digits = String(count < 0n ? -count : count).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  return `${count < 0n ? '-' : ''}${digits.slice(0, split)}${decimals ? `.${digits.slice(split)}` : ''}`;
}

const signs: Record<Unit, [string, string]> = {
  percent: ['', '%'],
  number: ['', ''],
  pounds: ['£', ''],
  pounds_thousand: ['£', 'k'],
  days: ['', ''],
  per_1000: ['', ''],
};

/** As it is read: thousands apart, a true minus before the unit's sign, and without needless zeros where digits follow the figure. */
function printed(text: string, unit: Unit, digitsFollow: boolean): string {
  const [integer = '', part = ''] = text.replace('-', '').split('.');
  let apart = '';
  for (let i = 0; i < integer.length; i += 1)
    apart += (i > 0 && (integer.length - i) % 3 === 0 ? ',' : '') + integer[i];
  let rest = part;
  while (digitsFollow && rest.endsWith('0')) rest = rest.slice(0, -1);
  const [before, after] = signs[unit];
  return `${text.startsWith('-') ? '−' : ''}${before}${apart}${rest ? `.${rest}` : ''}${after}`;
}

const hundred = ratio(100);

/** The amber limits that a tolerance gives, or null where it gives no target that can stand. */
function amberOf({ shape, green, greenTo, tolerance, unit, outsideHundred, polarity }: Case): Answer['amber'] {
  const held = unit === 'percent' && !outsideHundred;
  const outwards = (limit: Ratio, down: boolean): Ratio => {
    const room = tolerance.share
      ? times(size(limit), ratio(parsed(tolerance.size).n, parsed(tolerance.size).d * 100n))
      : parsed(tolerance.size);
    const moved = down ? minus(limit, room) : plus(limit, room);
    return held ? most(zero, least(hundred, moved)) : moved;
  };
  const [from, to] = [parsed(green), parsed(greenTo)];
  const outside = (limit: Ratio) => held && (less(limit, zero) || less(hundred, limit));
  if (polarity === 'none' || outside(from) || (shape === 'between' && (outside(to) || less(to, from)))) return null;
  if (shape === 'between') return [outwards(from, true), outwards(to, false)];
  const amber = outwards(from, shape === 'at_least');
  return alike(amber, from) ? null : [amber, null];
}

/** What must come of a case. */
export function reference(example: Case): Answer {
  const { parts, decimals, shape, polarity } = example;
  const stored = parts
    ? times(
        ratio(
          parsed(parts.numerator).n * parsed(parts.denominator).d,
          parsed(parts.numerator).d * parsed(parts.denominator).n,
        ),
        ratio(parts.scale),
      )
    : parsed(example.value);
  const rounded = written(units(stored, decimals), decimals);
  const compared = (value: Ratio) =>
    example.compareAs === 'stored' ? value : ratio(units(value, decimals), 10n ** BigInt(decimals));
  const [now, then] = [compared(stored), compared(parsed(example.before))];
  const [from, to] = [parsed(example.green), parsed(example.greenTo)];
  const amber = amberOf(example);
  const meets = (value: Ratio, low: Ratio | null, high: Ratio | null) =>
    !(low && less(value, low)) && !(high && less(high, value));
  const ends = (a: Ratio, b: Ratio | null): [Ratio | null, Ratio | null] =>
    shape === 'between' ? [a, b] : shape === 'at_least' ? [a, null] : [null, a];
  const colour = meets(now, ...ends(from, to)) ? 'green' : amber && meets(now, ...ends(...amber)) ? 'amber' : 'red';

  const band = parsed(example.band ?? '0');
  const moved = minus(now, then);
  const away = (value: Ratio) => {
    const [low, high] = ends(from, to);
    if (low && less(value, low)) return minus(low, value);
    return high && less(high, value) ? minus(value, high) : zero;
  };
  const nearer = polarity !== 'none' && (polarity === 'nearest' || shape === 'between');
  const change = nearer ? minus(away(then), away(now)) : moved;
  const up = !less(change, zero);
  let direction = nearer || (polarity === 'higher') === up ? 'improving' : 'worsening';
  if (nearer) direction = up ? 'improving' : 'worsening';
  if (polarity === 'none') direction = up ? 'increasing' : 'decreasing';
  if (!less(band, size(change))) direction = 'no_change';
  return {
    stored,
    rounded,
    shown: printed(rounded, example.unit, example.digitsFollow),
    amber,
    colour: polarity === 'none' ? null : colour,
    direction,
  };
}
