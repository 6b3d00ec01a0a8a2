import type { Elsewhere } from '@/lib/elsewhere/elsewhere-words';
import type { Unit } from '@/lib/measure/measure';
import type { Colour, ColourBands } from '@/lib/target/colour';
import type { Frequency } from '@/lib/time/period';
import type { EarlierFigure } from './earlier-figure';

/** One period of a trend: its figure at the measure's decimals, or why it has none, and the target as it stood then. */
export type TrendPeriod = {
  /** The first day (ISO), the label ("Jul 2018") and the range ("1 to 31 July 2018"). */
  start: string;
  label: string;
  range: string;
  /** A plain decimal at displayed precision: "83", "-2.5"; null with the reason in `why`. */
  value: string | null;
  why: string | null;
  /** Why it is hidden, or at how many decimals it is shown where that is fewer than the measure has; absent for every other figure. */
  hidden?: { why: string; decimals?: number };
  provisional: boolean;
  revised: boolean;
  /** Invented for a demonstration. */
  illustrative: boolean;
  /** Where and when it was published, where nobody entered it here; absent for every other figure. */
  elsewhere?: Elsewhere;
  /** The state in words of what no edition shows yet: "draft", "approved"; null where it is published. */
  unpublished: string | null;
  /** The values of each colour by the target in force for the period; null where there was none. */
  bands: ColourBands | null;
  /** The colour that its figure stands with: as judged, else by the rule; null where it has none. */
  colour: Colour | null;
  /** 'judged Green, by the rule Red' where its approver judged another colour than the rule's; absent where none did. */
  judged?: string;
  /** Why figures from this period on are not alike with those before it; null where the series goes on. */
  break: string | null;
};

/** A figure of others for a span that ends on a day; decimals as they were given. */
export type BenchmarkValue = { from: string; until: string; value: string };

/** The figures of England, a region or statistical neighbours, with where they come from. */
export type Benchmark = {
  name: string;
  source: string;
  /** Whether it is counted by the same definition; only then is it compared. `note` says how alike it is. */
  alike: boolean;
  note: string;
  /** The oldest first. */
  values: BenchmarkValue[];
};

/** What a trend chart draws: every period from the first to the last, none left out, the oldest first. */
export type Trend = {
  unit: Unit;
  decimals: number;
  /** Whether printed digits follow the figure: 98 beside 99.7. */
  digitsFollow?: boolean;
  /** Whether each figure covers a longer span than the one before: a year to date, or a total since a date. */
  growing?: boolean;
  frequency: Frequency;
  periods: TrendPeriod[];
  /** The earlier figure that the latest one is compared with; absent where none stands in the trend. */
  earlier?: EarlierFigure;
  benchmarks: Benchmark[];
};
