import type { Elsewhere } from '@/lib/elsewhere/elsewhere-words';
import type { Figures } from '@/lib/figure/computed-value';
import type { MissingReason } from '@/lib/figure/missing-reason';
import type { Withheld } from '@/lib/figure/withheld';
import type { MeasureFacts } from '@/lib/measure/measure';
import { blankContent, type Content } from '@/lib/reading/content';
import type { RevisionReason } from '@/lib/reading/revision-reasons';
import type { JudgedStatus } from '@/lib/target/judged-status';
import type { TargetRecord } from '@/lib/target/target-in-force';
import type { Period } from '@/lib/time/period';
import type { Benchmark } from '@/lib/trend/trend';
import type { Mend } from './mend';
import type { Wording } from './series-break';

/** An approved reading as an edition takes it in; decimals as strings, days in ISO. */
export type ReadingRecord = {
  id: number;
  state: string;
  periodStart: string;
  revision: number;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  missing: MissingReason | null;
  expectedOn: string | null;
  provisional: boolean;
  illustrative: boolean;
  comments: string | null;
  actions: { text: string; owner: string; due: string | null }[];
  /** Of a correction: its public note, the class of its reason, and the published figure that it corrects. */
  publicNote: string | null;
  revisionReason: RevisionReason | null;
  was: (Figures & { missing: MissingReason | null; withheld?: Withheld }) | null;
  completed: Content['completed'];
  /** The London day of its approval, null while it has none, and whether a deputy gave it. */
  approvedOn: string | null;
  approvedByDeputy: boolean;
  /** Where and when its figure was published, where nobody entered it here; absent for every other reading. */
  elsewhere?: Elsewhere;
  /** The colour other than the rule's that its approval signs; null or absent where it signs none. */
  judged?: JudgedStatus | null;
  /** What the public is not shown of it: its figures are what is left then. Absent for every other reading, and for staff. */
  withheld?: Withheld;
};

/** The final figure of a finished year; `year` is the year in which it began. What is not so is absent. */
export type Outturn = {
  year: number;
  value: string;
  /** Why it may still change. */
  whyProvisional?: string;
  /** The figure before it, and what the public is told of the change. */
  was?: string;
  publicNote?: string;
};

/** A measure with all that one row of an edition is made from; `readings` are the last periods', newest first. */
export type MeasureRecord = MeasureFacts & {
  number: number;
  code: string;
  title: string;
  definition: string;
  requiredFrom: string;
  /** The last day on which it counts; null while nobody has retired it. */
  retiredOn: string | null;
  whyNoTarget: string | null;
  whyNoOutturn: string | null;
  notes: string[];
  readings: ReadingRecord[];
  /** The starts of all periods with an approved reading or reason, oldest first. */
  periodsHere: readonly string[];
  /** Those of them that were answered "not available yet", with the day on which each figure is expected. */
  awaited?: { start: string; until: string }[];
  targets: TargetRecord[];
  outturns: Outturn[];
  /** The finished years for which there is no figure, each with why, or with none that is shown; absent where there are none. */
  withoutOutturn?: { year: number; why: string; withheld?: Withheld }[];
  /** Where its figures come from, and the role that answers for them. */
  source: string | null;
  ownerRole: string | null;
  /** What it is read with across services; null or absent where it has no theme. */
  theme?: string | null;
  /** Its wordings where there has been more than one, the oldest first; where its series breaks or is rebased. */
  wordings: Wording[];
  /** The slips that were mended in its words since an edition first showed them; absent while there are none. */
  mends?: Mend[];
  breaks: { start: string; reason: string }[];
  rebases: { start: string; reason: string }[];
  benchmarks: Benchmark[];
  /** The figures of the periods before those of `readings`, the oldest first, as far as process control needs them. */
  earlier?: EarlierFigure[];
  /** Why large moves are left out of the mean range of process control; null or absent while every move counts. */
  screeningReason?: string | null;
};

/** A figure of long ago: what process control works with, and nothing else. */
export type EarlierFigure = Figures & { periodStart: string; illustrative: boolean; elsewhere?: Elsewhere };

/** The period of a measure's reading. */
export const periodOf = (
  { frequency }: Pick<MeasureFacts, 'frequency'>,
  { periodStart }: { periodStart: string },
): Period => ({
  frequency,
  start: periodStart,
});

/** A reading that is not begun, for what it would be compared with. */
export const unwritten = (periodStart: string): ReadingRecord => ({
  ...blankContent,
  id: 0,
  state: 'draft',
  periodStart,
  revision: 0,
  illustrative: false,
  was: null,
  approvedOn: null,
  approvedByDeputy: false,
});
