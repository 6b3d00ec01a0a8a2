import type { Figures } from '@/lib/figure/computed-value';
import type { MissingReason } from '@/lib/figure/missing-reason';
import type { Term } from '@/lib/glossary/term';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Action } from '@/lib/reading/content';
import type { Direction } from '@/lib/target/direction-of-travel';
import type { Colour, Target } from '@/lib/target/target';
import type { Period } from '@/lib/time/period';

/** A figure that a reading may speak of beside its own, with the span that it stands for where it has one; decimals as strings. */
export type KnownFigure = Figures & {
  /** What a sentence calls it: "2017/18", "June 2018", "the England average". */
  label: string;
  /** The first and last day that it covers (ISO); null where it has no span of its own. */
  span: { from: string; until: string } | null;
};

/** A number that disclosure control hides: a plain decimal, and what it counts. */
export type HiddenNumber = { value: string; what: string };

/** A reading with all that the checks of its words know; decimals as strings, days in ISO. JSON-safe, so that a browser runs the same checks. */
export type ReadingText = {
  measure: MeasureFacts & {
    number: number;
    code: string;
    title: string;
    definition: string;
    whyNoTarget: string | null;
  };
  period: Period;
  /** As typed: a value beside its parts is what B1 compares. */
  figures: Figures & { missing: MissingReason | null };
  target: Target | null;
  colour: Colour | null;
  direction: Direction | null;
  /** Last year's figure, or whatever its direction of travel is measured against; null where there is none. */
  comparator: KnownFigure | null;
  /** The comparator is shown and not judged: it covers another length of time, or the series breaks between. */
  notCompared?: boolean;
  /** The figures of its earlier periods, the newest first, at most 24. */
  earlier: KnownFigure[];
  /** Other councils' and national figures that its page shows. */
  benchmarks: KnownFigure[];
  comments: string | null;
  publicNote: string | null;
  actions: Action[];
  /** What it said for the period before; null where it said nothing. */
  commentsBefore: string | null;
  /** The words of the service's other measures, for the same sentence said twice. */
  others: { number: number; title: string; comments: string }[];
  glossary: Term[];
  hidden: HiddenNumber[];
  /** A correction repeats its words and names the figure it corrects; null for a first reading. */
  corrects: Figures | null;
  today: string;
};
