import type { Frequency, Window } from '@/lib/time/period';

type UnitWords = {
  /** As printed in the unit column of a scorecard. */
  column: string;
  /** What stands before and after the figure itself: '£1,200', '81%'. */
  prefix: string;
  suffix: string;
  /** The noun after a figure in a sentence, singular and plural; null when the figure says it all. */
  noun: readonly [one: string, many: string] | null;
  /** The noun of a difference: percentages differ by percentage points. */
  gap: readonly [one: string, many: string] | null;
};

const counted = (column: string, one: string, many: string): UnitWords => ({
  column,
  prefix: '',
  suffix: '',
  noun: [one, many],
  gap: [one, many],
});
const plain = (column: string): UnitWords => ({ column, prefix: '', suffix: '', noun: null, gap: null });

/** Every unit a figure may have, with how it is printed in the unit column, around the figure and in sentences. */
export const units = {
  percent: {
    column: '%',
    prefix: '',
    suffix: '%',
    noun: null,
    gap: ['percentage point', 'percentage points'],
  },
  number: plain('Number'),
  days: counted('Days', 'day', 'days'),
  working_days: counted('Working days', 'working day', 'working days'),
  weeks: counted('Weeks', 'week', 'weeks'),
  months: counted('Months', 'month', 'months'),
  hours: counted('Hours', 'hour', 'hours'),
  minutes: counted('Minutes', 'minute', 'minutes'),
  per_1000: plain('Number per 1000'),
  per_10000: plain('Number per 10,000'),
  per_100000: plain('Number per 100,000'),
  pounds: { column: '£', prefix: '£', suffix: '', noun: null, gap: null },
  pounds_thousand: { column: '£000', prefix: '£', suffix: 'k', noun: null, gap: null },
  kilograms: counted('Kilograms', 'kilogram', 'kilograms'),
  tonnes: counted('Tonnes', 'tonne', 'tonnes'),
  score: counted('Score', 'point', 'points'),
} as const satisfies Record<string, UnitWords>;

export type Unit = keyof typeof units;

/** The unit names in their order, for the database's enum. */
export const unitNames = Object.keys(units) as [Unit, ...Unit[]];

/** Which way is better; 'nearest' to the target or its range; 'none' means the measure is watched and not judged. */
export const polarities = ['higher', 'lower', 'nearest', 'none'] as const;
export type Polarity = (typeof polarities)[number];

/** What the direction of travel is measured against. */
export const comparators = ['previous_year', 'previous_period', 'same_period_last_year'] as const;
export type Comparator = (typeof comparators)[number];

/** Each polarity in words, as the end of a sentence. */
export const polarityWords: Record<Polarity, string> = {
  higher: 'higher is better',
  lower: 'lower is better',
  nearest: 'nearer to the target is better',
  none: 'neither higher nor lower is better',
};

/** How a figure is compared with its target: as shown, or as stored. */
export const comparisons = ['shown', 'stored'] as const;

/** What the rules need to know of a measure; decimals as strings, dates as ISO days. */
export type MeasureFacts = {
  unit: Unit;
  /** Decimal places at which the figure is shown, and by default compared. */
  decimals: number;
  polarity: Polarity;
  frequency: Frequency;
  /** First month of an annual measure's year, 1 to 12; 4 for the council year. */
  startMonth: number;
  window: Window;
  /** The first day counted, for the window 'since'; otherwise null. */
  since: string | null;
  /** Days after the end of a period by which its figure is due. */
  lagDays: number;
  comparator: Comparator;
  /** 1, 100, 1000, 10000 or 100000: what numerator ÷ denominator is multiplied by; null when the value is typed. */
  scale: number | null;
  /** The grammar of both labels is written at the head of lib/figure/label-grammar.ts. */
  numeratorLabel: string | null;
  denominatorLabel: string | null;
  countsPeople: boolean;
  /** Whether the target is compared with the figure as shown (the default) or as stored. */
  compareAs: (typeof comparisons)[number];
  /** A difference up to and including this, in the measure's own unit, is no change; null for none. */
  noChangeBand: string | null;
  /** Whether a percentage may lie below 0 or above 100. */
  outsideHundred: boolean;
  /** Whether printed digits follow the figure, so that 98 is not shown as 98.0; comparison stays at `decimals`. Absent before there was a choice. */
  digitsFollow?: boolean;
  /** Whether the figures of its periods add up to that of the year (counts, sums, money), so that one is never compared with a year. */
  periodsAddUp?: boolean;
};

/** The facts that every measure has, by name; the two others were added later, and an older record is without them. */
export const measureFactNames = [
  'unit',
  'decimals',
  'polarity',
  'frequency',
  'startMonth',
  'window',
  'since',
  'lagDays',
  'comparator',
  'scale',
  'numeratorLabel',
  'denominatorLabel',
  'countsPeople',
  'compareAs',
  'noChangeBand',
  'outsideHundred',
] as const satisfies readonly (keyof MeasureFacts)[];
