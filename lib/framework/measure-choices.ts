import { comparators, polarities, polarityWords, unitNames } from '@/lib/measure/measure';
import { monthName } from '@/lib/time/day';
import { frequencies, frequencyWords, windows } from '@/lib/time/period';
import { comparatorWords, unitWords, windowChoices } from './measure-sentences';

/** A choice of a form: what is sent, and its words. */
type Choice = { value: string; text: string };

const chosen = ['unit', 'decimals', 'polarity', 'scale', 'frequency', 'startMonth', 'window', 'comparator'] as const;

/** The choices of each field of a measure that has some. */
export type MeasureChoices = Record<(typeof chosen)[number], Choice[]>;

const none: Choice = { value: '', text: 'Choose one' };
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What may be chosen in the form of a measure, in plain words. */
export const measureChoices = (): MeasureChoices => ({
  unit: [none, ...unitNames.map((unit) => ({ value: unit, text: unitWords(unit) }))],
  decimals: Array.from({ length: 7 }, (_, count) => ({
    value: String(count),
    text: count === 1 ? '1 decimal' : `${count || 'no'} decimals`,
  })),
  polarity: [none, ...polarities.map((polarity) => ({ value: polarity, text: capital(polarityWords[polarity]) }))],
  scale: [
    { value: '', text: 'Typed as it is' },
    { value: '1', text: 'One number divided by another' },
    { value: '100', text: 'One number out of another, as a percentage (× 100)' },
    { value: '1000', text: 'One number out of another, per 1,000' },
    { value: '10000', text: 'One number out of another, per 10,000' },
    { value: '100000', text: 'One number out of another, per 100,000' },
  ],
  frequency: [none, ...frequencies.map((frequency) => ({ value: frequency, text: frequencyWords[frequency] }))],
  startMonth: Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), text: monthName(index + 1) })),
  window: windows.map((window) => ({ value: window, text: windowChoices[window] })),
  comparator: comparators.map((comparator) => ({ value: comparator, text: comparatorWords[comparator] })),
});
