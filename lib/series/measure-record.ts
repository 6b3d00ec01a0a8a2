import type { Figures, MissingReason } from '@/lib/figure/figure';
import type { MeasureFacts } from '@/lib/measure/measure';
import { blankContent, type Content } from '@/lib/reading/content';
import type { RevisionReason } from '@/lib/reading/revision';
import type { Target } from '@/lib/target/target';
import type { Period } from '@/lib/time/period';
import type { Benchmark } from '@/lib/trend/trend';
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
  was: (Figures & { missing: MissingReason | null }) | null;
  completed: Content['completed'];
  /** The London day of its approval, null while it has none, and whether a deputy gave it. */
  approvedOn: string | null;
  approvedByDeputy: boolean;
};

export type Decision = { reason: string; decidedBy: string; decidedOn: string };
export type TargetRecord = { id: number; effectiveFrom: string; target: Target; decision: Decision | null };

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
  periodsHere: string[];
  /** Those of them that were answered "not available yet", with the day on which each figure is expected. */
  awaited?: { start: string; until: string }[];
  targets: TargetRecord[];
  outturns: { year: number; value: string }[];
  /** Where its figures come from, and the role that answers for them. */
  source: string | null;
  ownerRole: string | null;
  /** Its wordings where there has been more than one, the oldest first; where its series breaks or is rebased. */
  wordings: Wording[];
  breaks: { start: string; reason: string }[];
  rebases: { start: string; reason: string }[];
  benchmarks: Benchmark[];
  /** The figures of the periods before those of `readings`, the oldest first, as far as process control needs them. */
  earlier?: EarlierFigure[];
  /** Why large moves are left out of the mean range of process control; null or absent while every move counts. */
  screeningReason?: string | null;
};

/** A figure of long ago: what process control works with, and nothing else. */
export type EarlierFigure = Figures & { periodStart: string; illustrative: boolean };

/** The period of a measure's reading. */
export const periodOf = (
  { frequency }: Pick<MeasureFacts, 'frequency'>,
  { periodStart }: { periodStart: string },
): Period => ({
  frequency,
  start: periodStart,
});

/** The target of a period: the latest that is effective by its first day. */
export function targetInForce<T extends { effectiveFrom: string }>(targets: T[], start: string): T | null {
  return targets.findLast(({ effectiveFrom }) => effectiveFrom <= start) ?? null;
}

/** Targets, the earliest first, by the decision that set them: the steps of a profile, which one decision set, stand together. */
export function decisionsOf<T extends Pick<TargetRecord, 'decision'>>(targets: T[]): T[][] {
  const decided: T[][] = [];
  for (const target of targets) {
    const last = decided.at(-1)?.at(-1);
    if (last && sameDecision(last.decision, target.decision)) decided.at(-1)?.push(target);
    else decided.push([target]);
  }
  return decided;
}

const sameDecision = (one: Decision | null, other: Decision | null): boolean =>
  one !== null &&
  other !== null &&
  one.reason === other.reason &&
  one.decidedBy === other.decidedBy &&
  one.decidedOn === other.decidedOn;

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
