import { type MeasureFacts, units } from '@/lib/measure/measure';
import { Exact } from './decimal';
import { equalAt, round } from './rounding';
import { hiddenWords, type Withheld } from './withheld';

/** Why there is no value; missing is never 0. Source: docs/rules.md, Figures. */
export const missingReasons = [
  'not_available_yet',
  'not_applicable',
  'not_collected',
  'method_changed',
  'suppressed_at_source',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** Each reason in words: on its own, and as the end of "there is no figure, because …". */
export const missingWords: Record<MissingReason, { title: string; because: string }> = {
  not_available_yet: { title: 'Not available yet', because: 'it is not available yet' },
  not_applicable: { title: 'Not applicable', because: 'the measure does not apply to this period' },
  not_collected: { title: 'Not collected', because: 'it was not collected' },
  method_changed: { title: 'Method changed', because: 'the method of counting has changed' },
  suppressed_at_source: { title: 'Suppressed at source', because: 'it was suppressed by the body that supplies it' },
};

/** The shorthand of the Government Analysis Function for a figure that is not there: not available, not applicable, confidential. */
export const missingMarkers = {
  not_available_yet: 'x',
  not_applicable: 'z',
  not_collected: 'x',
  method_changed: 'x',
  suppressed_at_source: 'c',
} as const satisfies Record<MissingReason, string>;
export type MissingMarker = (typeof missingMarkers)[MissingReason];

export const markerWords: Record<MissingMarker, string> = {
  x: 'not available',
  z: 'not applicable',
  c: 'confidential',
};

/** numerator ÷ denominator × scale to 60 significant digits, or null when the denominator is 0. */
export function compute(numerator: string, denominator: string, scale: number): string | null {
  const below = new Exact(denominator);
  return below.isZero() ? null : new Exact(numerator).times(scale).div(below).toFixed();
}

const thousands = new Intl.NumberFormat('en-GB');

/** Digits as they are read: thousands separators and a true minus sign. */
const grouped = (digits: string): string => {
  const [integer = '', fraction] = digits.replace('-', '').split('.');
  const text = (integer.length > 3 ? thousands.format(BigInt(integer)) : integer) + (fraction ? `.${fraction}` : '');
  return digits.startsWith('-') ? `−${text}` : text;
};

/** The figure without its unit at a number of decimal places: '1,613', '−2.5'. */
export const bare = (value: string, decimals: number): string => grouped(round(value, decimals));

/** A count or part as it was given, without padding: '9.3', '27,023'. */
export const asGiven = (value: string): string => grouped(new Exact(value).toFixed());

type Shape = Pick<MeasureFacts, 'unit' | 'decimals' | 'digitsFollow'>;

const dressed = (text: string, unit: MeasureFacts['unit']): string => {
  const { prefix, suffix } = units[unit];
  return text.startsWith('−') ? `−${prefix}${text.slice(1)}${suffix}` : `${prefix}${text}${suffix}`;
};

/** The figure as shown everywhere: '1,613', '99.7%', '£1,200', '−2.5'; '98%' beside 99.7% where digits follow the figure. */
export function shown(value: string, { unit, decimals, digitsFollow }: Shape): string {
  const rounded = round(value, decimals);
  return dressed(digitsFollow ? asGiven(rounded) : grouped(rounded), unit);
}

/** The figure of which the public sees fewer decimals, as shown; null where it is hidden. */
export const withheldFigure = ({ instead }: Pick<Withheld, 'instead'>, measure: Shape): string | null =>
  instead && shown(instead.value, { ...measure, decimals: instead.decimals });

/**
 * A threshold as it was set: whole numbers plain ('96%' beside 99.7%), a fraction at the measure's decimals or more
 * ('0.20' beside 0.19), never rounded, so that a sentence about it is true.
 */
export function shownThreshold(value: string, { unit, decimals }: Shape): string {
  const exact = new Exact(value);
  return dressed(bare(value, exact.isInteger() ? 0 : Math.max(decimals, exact.decimalPlaces())), unit);
}

/** A shown figure with the noun of its unit, for sentences: '506 days', '1 day', '81%'. */
export function withNoun(text: string, unit: MeasureFacts['unit']): string {
  const { noun } = units[unit];
  return noun ? `${text} ${text === '1' ? noun[0] : noun[1]}` : text;
}

/** The size of a difference in words: '7', '2.3 percentage points', '46 days', '£200'. */
export function gap(difference: string, { unit, decimals }: Shape): string {
  const size = new Exact(difference).abs().toFixed();
  const { gap: noun } = units[unit];
  if (!noun) return shownThreshold(size, { unit, decimals });
  const text = shownThreshold(size, { unit: 'number', decimals });
  return `${text} ${text === '1' ? noun[0] : noun[1]}`;
}

/** The figure of a reading as it is stored: typed, and/or its two parts; decimals as strings. */
export type Figures = { value: string | null; numerator: string | null; denominator: string | null };

/** The value that counts: computed from the parts where both are there, otherwise as typed; null when there is none. */
export function readingValue(figures: Figures, { scale }: Pick<MeasureFacts, 'scale'>): string | null {
  const { value, numerator, denominator } = figures;
  if (scale === null || numerator === null || denominator === null) return value;
  return compute(numerator, denominator, scale);
}

/** The sum in words: '11,626 ÷ 23', '216 ÷ 267 × 100'. */
const sum = (numerator: string, denominator: string, scale: number): string =>
  `${asGiven(numerator)} ÷ ${asGiven(denominator)}${scale === 1 ? '' : ` × ${asGiven(String(scale))}`}`;

/**
 * Why these figures cannot stand together, or null when they can: half a pair, a denominator of 0 or below, more than the
 * whole, or a typed value that its parts do not give at the measure's decimals (both are shown). Source: docs/rules.md, Figures.
 */
export function figureRefusal(
  { value, numerator, denominator }: Figures,
  measure: Pick<MeasureFacts, 'unit' | 'decimals' | 'scale' | 'outsideHundred'>,
  labels: { numerator: string; denominator: string } = { numerator: 'The numerator', denominator: 'The denominator' },
): string | null {
  const { scale, decimals } = measure;
  if (numerator === null && denominator === null) return null;
  if (scale === null) return 'This measure takes its figure directly, not from two numbers.';
  if (numerator === null) return `${labels.numerator} is missing: the sum needs both numbers.`;
  if (denominator === null) return `${labels.denominator} is missing: the sum needs both numbers.`;
  if (new Exact(denominator).isZero())
    return `${labels.denominator} is 0, so there is no figure: choose a reason instead.`;
  if (new Exact(denominator).isNegative()) return `${labels.denominator} cannot be below 0.`;
  if (measure.unit === 'percent' && !measure.outsideHundred && new Exact(numerator).gt(denominator))
    return `${labels.numerator} is ${asGiven(numerator)}, more than the ${asGiven(denominator)} it is out of: check which is which.`;
  const computed = compute(numerator, denominator, scale) as string;
  if (value === null || equalAt(value, computed, decimals)) return null;
  return `The figure typed is ${shown(value, measure)}, but ${sum(numerator, denominator, scale)} is ${shown(computed, measure)}.`;
}

/** A reading's figure as shown, or the reason why there is none in words: '81%', 'Not available yet', '[c] hidden'. */
export function figureWords(
  figures: Figures & { missing: MissingReason | null; withheld?: Withheld },
  measure: Shape & Pick<MeasureFacts, 'scale'>,
): string {
  const value = readingValue(figures, measure);
  if (value !== null) return shown(value, measure);
  if (figures.withheld) return withheldFigure(figures.withheld, measure) ?? hiddenWords;
  return figures.missing ? missingWords[figures.missing].title : 'No figure';
}
