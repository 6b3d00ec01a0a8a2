import { parseFigure } from '@/lib/figure/figure-entry';
import type { Problem } from '@/lib/form/form-state';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Decision, TargetRecord } from '@/lib/series/measure-record';
import { shapes, type Target } from '@/lib/target/target';
import { targetProblem, thresholdsFromTolerance } from '@/lib/target/thresholds';
import { formatMonth } from '@/lib/time/day';
import { parseDay } from '@/lib/time/day-entry';
import { parseMonth } from '@/lib/time/month-entry';
import { formatDate, isStart, label, periodContaining } from '@/lib/time/period';
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
};

/** What stands in the form of a target, each text tidied and not too long. */
export type TypedTarget = Record<
  | 'shape'
  | 'greenFrom'
  | 'greenTo'
  | 'amberFrom'
  | 'amberTo'
  | 'tolerance'
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
  const isFirst = ground.targets.every((other) => other.effectiveFrom >= effectiveFrom);
  const decision = decisionOf(typed, isFirst, today, wrong);
  if (!aimed || problems.length > 0) return { problems };
  const draft = { ...aimed, effectiveFrom, decision, whyNone: typed.shape === 'none' ? typed.whyNone : null };
  const refusals = targetRefusals(draft, ground, today);
  return refusals.length > 0 ? { problems: refusals } : { input: draft };
}

type Wrong = (field: string, sentence: string) => void;

/** The thresholds as they were typed, or made of a tolerance. */
function aimOf(
  typed: TypedTarget,
  ground: TargetGround,
  wrong: Wrong,
): Pick<TargetDraft, 'target' | 'tolerance'> | null {
  const shape = shapes.find((each) => each === typed.shape);
  if (!shape) {
    wrong('shape', 'Choose what the figure should be.');
    return null;
  }
  if (shape === 'none') {
    if (!typed.whyNone) wrong('whyNone', 'Say why it has no target: “No target is set, because …”.');
    return { target: { shape }, tolerance: null };
  }
  const figure = (field: 'greenFrom' | 'greenTo' | 'amberFrom' | 'amberTo', missing: string | null): string | null => {
    if (!typed[field]) {
      if (missing) wrong(field, missing);
      return null;
    }
    const parsed = parseFigure(typed[field], { ...ground, outsideHundred: true, countsPeople: false });
    if ('value' in parsed) return parsed.value;
    wrong(field, parsed.problem);
    return null;
  };
  const isRange = shape === 'between';
  const green = figure(
    'greenFrom',
    isRange ? 'Give the lower end of the range.' : 'Give the figure from which it is green.',
  );
  const greenTo = isRange ? figure('greenTo', 'Give the upper end of the range.') : null;
  if (typed.tolerance) {
    if (typed.amberFrom || typed.amberTo) wrong('tolerance', 'Give the amber figure or a tolerance, not both.');
    else if (green !== null && (!isRange || greenTo !== null)) {
      const aim = isRange ? { shape, green, greenTo: greenTo as string } : { shape, green };
      const made = thresholdsFromTolerance(aim, typed.tolerance, ground);
      if ('target' in made) return { target: made.target, tolerance: made.sentence };
      wrong('tolerance', made.problem);
    }
    return null;
  }
  const amber = figure('amberFrom', isRange && typed.amberTo ? 'Give both ends of amber, or neither.' : null);
  const amberTo = isRange ? figure('amberTo', typed.amberFrom ? 'Give both ends of amber, or neither.' : null) : null;
  if (green === null || (isRange && greenTo === null)) return null;
  return {
    target: isRange ? { shape, green, greenTo: greenTo as string, amber, amberTo } : { shape, green, amber },
    tolerance: null,
  };
}

function startOf(typed: string, calendar: TargetGround, wrong: Wrong): string {
  const month = parseMonth(typed);
  if ('start' in month) {
    if (isStart(month.start, calendar)) return month.start;
    const { start } = periodContaining(month.start, calendar);
    wrong(
      'from',
      `No period of this measure begins in ${formatMonth(month.start)}: one begins in ${formatMonth(start)}.`,
    );
    return month.start;
  }
  wrong('from', typed.trim() ? month.problem : 'Enter the month from which it counts, such as April 2026.');
  return '';
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
