import { type MeasureFacts, units } from '@/lib/measure/measure';
import { type Figures, readingValue } from './computed-value';
import { Exact } from './decimal';
import { type MissingReason, missingWords } from './missing-reason';
import { round } from './rounding';
import { hiddenWords, type Withheld } from './withheld';

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
