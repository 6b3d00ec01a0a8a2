import type { MissingReason } from '@/lib/figure/missing-reason';
import type { Comparator, Polarity, Unit } from '@/lib/measure/measure';
import type { Kept } from '@/lib/reading/kept-warnings';
import type { Target } from '@/lib/target/target';
import type { Decision } from '@/lib/target/target-in-force';
import type { Frequency, Window } from '@/lib/time/period';
import type { Benchmark } from '@/lib/trend/trend';

/** A measure of the demonstration council with everything that is seeded for it; decimals as strings, dates as ISO days. */
export type DemoMeasure = {
  number: number;
  code: string;
  title: string;
  definition: string;
  unit: Unit;
  decimals: number;
  /** Whether printed digits follow the figure: 98 beside 99.7. */
  digitsFollow?: boolean;
  /** Whether the figures of its periods add up to that of the year. */
  periodsAddUp?: boolean;
  polarity: Polarity;
  frequency: Frequency;
  /** First month of the measure's own year, 1 to 12; 4 unless an annual measure says otherwise. */
  startMonth?: number;
  window: Window;
  since?: string;
  lagDays: number;
  /** First day of the first required period; that of the earliest history point where it is left out. */
  from?: string | undefined;
  comparator: Comparator;
  /** 1, 100, 1000 …: what numerator ÷ denominator is multiplied by; null when the value is typed. */
  scale: number | null;
  numeratorLabel?: string;
  denominatorLabel?: string;
  countsPeople: boolean;
  target: Target | null;
  /** First day of the first period that the target is for; the first required one where it is left out. */
  targetFrom?: string | undefined;
  /** Who decided on the target, when and why. */
  targetDecision?: Decision | undefined;
  /** Shown when `target` is null. */
  whyNoTarget?: string;
  outturn: { year: number; value: string } | null;
  /** That of the year before, in the lived year. */
  earlierOutturn?: { year: number; value: string } | null;
  whyNoOutturn?: string;
  /** The latest result; null when nothing has fallen due yet. */
  latest: DemoReading | null;
  /** Earlier readings, oldest first, invented. */
  history: { start: string; value: string }[];
  notes?: string[];
  ownerRole?: string;
  /** The definition before the present one, since when it held, and the decision that changed it from a period on. */
  earlier?: { from: string; definition: string; next: { from: string } & Decision };
  breaks?: { start: string; reason: string }[];
  rebases?: { start: string; reason: string }[];
  benchmarks?: Benchmark[];
};

export type DemoReading = {
  start: string;
  value?: string;
  numerator?: string;
  denominator?: string;
  missing?: MissingReason;
  expectedOn?: string;
  provisional?: boolean;
  comments: string;
  /** Warnings about its words that stand, each with the reason. */
  kept?: Kept[];
  actions: { text: string; owner: string; due: string | null }[];
};
