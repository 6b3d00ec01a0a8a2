import type { MissingMarker } from '@/lib/figure/missing-reason';
import type { WhySilent } from '@/lib/spc/nothing-concluded';
import type { Assurance, Variation } from '@/lib/spc/spc';
import type { Schedule } from '@/lib/status/data-status';
import type { Direction } from '@/lib/target/direction-of-travel';
import type { Rag } from '@/lib/target/judged-status';
import type { Frequency } from '@/lib/time/period';

/** Marks that stand beside a value, spelled out on the page: provisional, revised, estimated, break in series, published elsewhere. */
const marks = ['p', 'r', 'e', 'b', 'h'] as const;
export type Mark = (typeof marks)[number];

/** A figure as the public may see it: its text as shown, or null with the reason in words and its marker; older editions have no marker. */
export type FrozenFigure =
  /** `rounded` says why it is shown at fewer decimals than its measure has, and `hidden` that it is kept back; absent where it is not. */
  { text: string; why: null; rounded?: string } | { text: null; why: string; marker?: MissingMarker; hidden?: true };

/**
 * One point of the trend: the period's first day, the value at displayed precision, null where none, and whether it was invented for
 * the demonstration; `elsewhere` where it was published elsewhere, and `hidden` where it is, or its decimals are: both absent for
 * every other one.
 */
export type TrendPoint = {
  start: string;
  value: string | null;
  illustrative: boolean;
  elsewhere?: true;
  hidden?: true;
};

/** One row of an edition exactly as published; it holds only what the public may see. */
export type FrozenRow = {
  number: number;
  code: string;
  title: string;
  definition: string;
  /** As printed in the unit column: "%", "Number", "Days". */
  unit: string;
  /** "Monthly", "Quarterly"; the calendar is in `schedule`. */
  frequency: Frequency;
  /** What the figure covers, in words where it is not the single period: "rolling 12 months". */
  covers: string | null;
  /** `marks` stand beside a figure that is provisional, was revised or was published elsewhere; absent where it is none of these. */
  previous: FrozenFigure & { label: string; marks?: Mark[] };
  /** `rule` says the target in words: "at most 76", "between 30 and 40". */
  target: FrozenFigure & { rule: string | null };
  current: FrozenFigure & { marks: Mark[] };
  /** The last available result's period: "Jul 2018" and "1 to 31 July 2018"; null when there is none yet. */
  period: { label: string; range: string; start: string } | null;
  travel: { direction: Direction | null; colour: 'green' | 'red' | null; sentence: string };
  /** The colour by the rule, and the one that a head of service judged instead, where one did; older editions have none. */
  rag: Rag;
  realTerms: string | null;
  comments: string | null;
  actions: { text: string; owner: string; due: string | null }[];
  /** Public notes of the system or the editors, one sentence each. */
  notes: string[];
  /** `targets` says from which period on each target was set, null where there was none any more; older editions have only the latest. */
  trend: {
    points: TrendPoint[];
    target: string | null;
    targets?: { start: string; value: string | null }[];
    /** Each figure covers a longer span than the one before, so that none is the lowest or highest. */
    growing?: boolean;
  };
  /**
   * Whether the latest figure is a signal, and whether the target can be relied on; older editions have none. `silent` says
   * why nothing is concluded from the signals that there are.
   */
  signal?: { variation: Variation | null; assurance: Assurance | null; sentence: string; silent?: WhySilent };
  /** How many figures of the measure are shown in spite of what was decided on small counts; absent where none is. */
  excepted?: number;
  /** What it is read with across services; absent where it has no theme, and in older editions. */
  theme?: string;
  /** The SHA-256 of the measure's sheet, and of the readings that this edition is the first to tell of; older editions have none. */
  sheet?: string;
  told?: string | null;
  schedule: Schedule;
};

/** What stands at the head of an edition; dates are ISO days, `publishedAt` an ISO instant. */
export type EditionHead = {
  service: { slug: string; name: string; notice: string | null };
  number: number;
  asAt: string;
  publishedAt: string;
  publisher: string;
  /** The council year of the comparator column: "2017/18". */
  comparisonYear: string;
  note: string | null;
  sha256: string;
};
