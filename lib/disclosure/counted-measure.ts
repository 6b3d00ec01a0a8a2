import type { Figures } from '@/lib/figure/computed-value';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Target } from '@/lib/target/target';
import type { Exception, Policy } from './policy';

/** One figure of a measure as disclosure control weighs it; decimals as strings. */
export type CountedReading = Figures & { start: string; revision: number; target: Target | null };

/** What editions in force have shown of a figure: each part that one of them showed, and null for what none did. */
export type ShownReading = CountedReading & {
  /** The most decimals at which the value was shown, where they are fewer than the measure has; null otherwise. */
  decimals: number | null;
  /** Whether its colour was shown. */
  colour: boolean;
};

/** A measure with every figure that is or would be public. */
export type CountedMeasure = MeasureFacts & {
  code: string;
  /** Null where it counts no people: nothing of it is hidden for its own sake. */
  policy: Policy | null;
  exceptions: Exception[];
  /** Its readings, revisions among them, the newest first. */
  readings: CountedReading[];
  /** The final figures of its years; `year` is the year in which it began. */
  outturns: { year: number; value: string }[];
  /** What editions in force have shown of it already, and cannot be taken back. */
  alreadyPublic: ShownReading[];
  /** What they have hidden of it, and what stays hidden whatever else is. */
  alreadyHidden: HiddenReading[];
};

/** A count that is the sum of others: all of them in one period are as good as one. Codes of measures. */
export type Total = { whole: { code: string; part: Part }; parts: { code: string; part: Part }[] };
export type Part = 'value' | 'numerator' | 'denominator';

/** What the public is not shown of one reading. */
export type HiddenReading = {
  start: string;
  revision: number;
  /** The parts of it that are hidden; `value` also where it is shown at fewer decimals. */
  parts: Part[];
  /** The decimals at which the value is shown instead; null where it is hidden or shown as it is. */
  decimals: number | null;
  /** Whether its colour, its direction of travel and its signal would give the count away, and are hidden with it. */
  hidesColour: boolean;
  hidesTravel: boolean;
  hidesSignal: boolean;
  /** Why, in one public sentence that gives nothing away. */
  why: string;
  /** `small` for its own sake, `other` to protect another figure. */
  because: 'small' | 'other';
};

export type HiddenMeasure = {
  code: string;
  readings: HiddenReading[];
  /** The years whose final figure is hidden. */
  outturns: { year: number; why: string }[];
  /** What earlier editions gave away already, a sentence each for the staff; empty where nothing. */
  alreadyTold: string[];
};
