import type { Problem } from '@/lib/form/form-state';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Target } from '@/lib/target/target';
import type { Decision, TargetRecord } from '@/lib/target/target-in-force';
import { targetProblem } from '@/lib/target/target-problem';
import { parseDay } from '@/lib/time/day-entry';
import { formatDate, label } from '@/lib/time/period';
import { aimOf, startOf, type Wrong } from './target-aim';
import { profileOf, profileProblem, type TargetStep } from './target-profile';
import { targetWords } from './target-words';

/** A target as it is kept: from a period on, with the decision that set it; the earliest one may be without. */
export type TargetDraft = {
  effectiveFrom: string;
  target: Target;
  /** The tolerance as a sentence, where the thresholds were made from one. */
  tolerance: string | null;
  /** Why there is no target, where the measure is only watched. */
  whyNone: string | null;
  decision: Decision | null;
  /** The further steps of a profile, decided together, each from a later period on. */
  later?: TargetStep[];
};

/** What stands in the form of a target, each text tidied and not too long. */
export type TypedTarget = Record<
  | 'shape'
  | 'greenFrom'
  | 'greenTo'
  | 'amberFrom'
  | 'amberTo'
  | 'tolerance'
  | 'later'
  | 'from'
  | 'whyNone'
  | 'reason'
  | 'decidedBy'
  | 'decidedOn',
  string
>;

/** What a target is held against: the measure, and the targets that it has, the earliest first. */
export type TargetGround = Pick<
  MeasureFacts,
  'unit' | 'decimals' | 'polarity' | 'outsideHundred' | 'frequency' | 'startMonth' | 'digitsFollow'
> & { requiredFrom: string; targets: Pick<TargetRecord, 'effectiveFrom' | 'target' | 'decision'>[] };

/** A target as it is kept, or everything that is wrong with the form, each problem at its field. */
export function targetDraft(
  typed: TypedTarget,
  ground: TargetGround,
  today: string,
): { input: TargetDraft } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong: Wrong = (field, sentence) => problems.push({ field, sentence });
  const aimed = aimOf(typed, ground, wrong);
  const effectiveFrom = startOf(typed.from, ground, wrong);
  const later = profileOf(typed, ground, wrong);
  const isFirst = ground.targets.every((other) => other.effectiveFrom >= effectiveFrom);
  const decision = decisionOf(typed, isFirst && later.length === 0, today, wrong);
  if (!aimed || problems.length > 0) return { problems };
  const whyNone = typed.shape === 'none' ? typed.whyNone : null;
  const draft = { ...aimed, effectiveFrom, decision, whyNone, ...(later.length > 0 && { later }) };
  const refusals = targetRefusals(draft, ground, today);
  return refusals.length > 0 ? { problems: refusals } : { input: draft };
}

function decisionOf(typed: TypedTarget, isFirst: boolean, today: string, wrong: Wrong): Decision | null {
  const { reason, decidedBy, decidedOn } = typed;
  if (isFirst && !reason && !decidedBy && !decidedOn.trim()) return null;
  if (!reason) wrong('reason', 'Say why. The public reads it beside the target.');
  if (!decidedBy) wrong('decidedBy', 'Say who decided it.');
  const day = parseDay(decidedOn);
  if ('problem' in day) wrong('decidedOn', decidedOn.trim() ? day.problem : 'Enter the day of the decision.');
  else if (day.day > today) wrong('decidedOn', `${formatDate(day.day)} has not come yet.`);
  return { reason, decidedBy, decidedOn: 'day' in day ? day.day : '' };
}

/** Why a target cannot be kept beside those that are there; asked of the form, and again where it is written. */
export function targetRefusals(draft: TargetDraft, ground: TargetGround, today: string): Problem[] {
  const { target, effectiveFrom, decision } = draft;
  const inProfile = profileProblem(draft, ground);
  if (inProfile) return [{ field: 'later', sentence: inProfile }];
  const unfit = targetProblem(target, ground);
  if (unfit) return [{ field: unfit.includes('amber') ? 'amberFrom' : 'greenFrom', sentence: unfit }];
  if (effectiveFrom < ground.requiredFrom)
    return [
      { field: 'from', sentence: `The first period of this measure begins on ${formatDate(ground.requiredFrom)}.` },
    ];
  const before = ground.targets.findLast((other) => other.effectiveFrom < effectiveFrom);
  if (before && !decision)
    return [{ field: 'reason', sentence: 'A target that follows another one needs its decision: why, who, and when.' }];
  if (decision && decision.decidedOn > today)
    return [{ field: 'decidedOn', sentence: `${formatDate(decision.decidedOn)} has not come yet.` }];
  const from = (start: string) => label({ frequency: ground.frequency, start });
  if (before && targetWords(before.target, ground) === targetWords(target, ground))
    return [{ field: 'greenFrom', sentence: `That is the target already, from ${from(before.effectiveFrom)} on.` }];
  const undecided = ground.targets.find((other) => other.effectiveFrom > effectiveFrom);
  if (!before && undecided && !undecided.decision)
    return [
      {
        field: 'from',
        sentence: `The target from ${from(undecided.effectiveFrom)} was set without a decision, so it stays the first: choose a later period.`,
      },
    ];
  return [];
}

/** What is asked for by whoever may not see what a target would be held against. */
export const unseenTarget: TargetDraft = {
  effectiveFrom: '1900-01-01',
  target: { shape: 'none' },
  tolerance: null,
  whyNone: null,
  decision: null,
};
