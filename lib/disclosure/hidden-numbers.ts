import { type Figures, readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { counted, formOf, totalled } from '@/lib/figure/label-grammar';
import { round } from '@/lib/figure/rounding';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { CountedMeasure, CountedReading, HiddenMeasure, HiddenReading, Part } from './counted-measure';

/** As `lib/commentary` knows it, whose room builds on this one. */
type HiddenNumber = { value: string; what: string };

/** What a hidden part counts, in words: 'custodial sentences', 'children in foster care that were placed with council carers'. */
function whatIsCounted(part: Part, measure: MeasureFacts, count: string): string {
  const form = formOf(measure);
  const base = measure.denominatorLabel ? counted(measure.denominatorLabel, '2') : 'people';
  if (part === 'denominator') return base;
  if (part === 'value' || form === null) return 'the figure itself';
  if (form === 'average') return totalled(measure, count) || 'the total';
  const own = counted(measure.numeratorLabel ?? '', count);
  return form === 'proportion' ? `${base} that ${own}` : own;
}

const plain = (count: string): string => new Exact(count).toFixed();

/** The hidden numbers of one reading: its parts, the rest of a proportion, and the value at the decimals that are not shown. */
function numbersOf(reading: Figures, hidden: Pick<HiddenReading, 'parts'>, measure: MeasureFacts): HiddenNumber[] {
  const { numerator, denominator } = reading;
  const value = readingValue(reading, measure);
  const found: HiddenNumber[] = [];
  for (const part of ['numerator', 'denominator'] as const) {
    const count = reading[part];
    if (count === null || !hidden.parts.includes(part)) continue;
    found.push({ value: plain(count), what: whatIsCounted(part, measure, count) });
  }
  const isSplit = hidden.parts.includes('numerator') || hidden.parts.includes('denominator');
  if (isSplit && formOf(measure) === 'proportion' && numerator !== null && denominator !== null) {
    const rest = new Exact(denominator).minus(numerator).toFixed();
    found.push({ value: rest, what: `the rest of the ${whatIsCounted('denominator', measure, rest)}` });
  }
  if (value !== null && hidden.parts.includes('value'))
    found.push({ value: plain(round(value, measure.decimals)), what: whatIsCounted('value', measure, value) });
  return found;
}

/** Every number of a reading that could be hidden of it, whatever else there is in its service. */
export const mostHiddenNumbers = (measure: MeasureFacts, reading: Figures): HiddenNumber[] =>
  numbersOf(reading, { parts: ['value', 'numerator', 'denominator'] }, measure);

/** The numbers that the words of a measure's latest reading must not say. Source: docs/rules.md, Small counts of people. */
export function hiddenNumbers(measure: CountedMeasure, hidden: HiddenMeasure): HiddenNumber[] {
  const latest = measure.readings.reduce<CountedReading | null>(
    (best, reading) =>
      !best || reading.start > best.start || (reading.start === best.start && reading.revision > best.revision)
        ? reading
        : best,
    null,
  );
  const own = hidden.readings.find(({ start, revision }) => start === latest?.start && revision === latest.revision);
  return latest && own ? numbersOf(latest, own, measure) : [];
}
