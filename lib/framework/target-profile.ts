import type { Target } from '@/lib/target/target';
import { targetProblem } from '@/lib/target/target-problem';
import { label } from '@/lib/time/period';
import { aimOf, startOf, type Wrong } from './target-aim';
import type { TargetDraft, TargetGround, TypedTarget } from './target-entry';
import { targetWords } from './target-words';

/** A target from a period on, as one step of a profile. */
export type TargetStep = { effectiveFrom: string; target: Target };

/** Every step of a target in order: one, or those of its profile. */
export const stepsOf = ({ effectiveFrom, target, later = [] }: TargetDraft): TargetStep[] => [
  { effectiveFrom, target },
  ...later,
];

/** As many steps as a profile can have: five years of months. */
const mostSteps = 60;

/** The further steps of a profile, one a line, such as “October 2018: 110, amber 100”; each in the shape of the first. */
export function profileOf(typed: TypedTarget, ground: TargetGround, wrong: Wrong): TargetStep[] {
  const lines = typed.later.split('\n').filter((line) => line.trim());
  if (lines.length === 0) return [];
  if (typed.shape === 'none') {
    wrong('later', 'Where there is no target, none can follow over the year: leave this empty.');
    return [];
  }
  if (lines.length > mostSteps) {
    wrong('later', `A profile has ${mostSteps} steps at most.`);
    return [];
  }
  return lines.flatMap((line) => stepOf(line.trim(), typed, ground, wrong));
}

function stepOf(line: string, typed: TypedTarget, ground: TargetGround, wrong: Wrong): TargetStep[] {
  const quoted = `“${line.length > 40 ? `${line.slice(0, 40)}…` : line}”`;
  let problem: string | null = null;
  const first: Wrong = (_, sentence) => {
    problem ??= `${quoted}: ${sentence}`;
  };
  const colon = line.indexOf(':');
  if (colon < 0) {
    wrong('later', `${quoted} is not a step: write the month, a colon and the figure, such as “October 2018: 110”.`);
    return [];
  }
  const [figures = '', amber = ''] = line.slice(colon + 1).split(/,? ?\bamber\b/i);
  const ends = (text: string) => (typed.shape === 'between' ? text.split(/ to /i) : [text]).map((end) => end.trim());
  const [greenFrom = '', greenTo = ''] = ends(figures);
  const [amberFrom = '', amberTo = ''] = ends(amber.replace(/^ ?(from|up to) /i, ''));
  const effectiveFrom = startOf(line.slice(0, colon), ground, first);
  const aim = aimOf({ ...typed, greenFrom, greenTo, amberFrom, amberTo }, ground, first);
  if (problem !== null) wrong('later', problem);
  return aim && problem === null ? [{ effectiveFrom, target: aim.target }] : [];
}

/** Why the steps of a profile cannot be kept together, or null when they can. */
export function profileProblem(draft: TargetDraft, ground: TargetGround): string | null {
  const steps = stepsOf(draft);
  const from = (start: string) => label({ frequency: ground.frequency, start });
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (!before) continue;
    const unfit = targetProblem(step.target, ground);
    if (unfit) return `From ${from(step.effectiveFrom)}: ${unfit}`;
    if (step.effectiveFrom <= before.effectiveFrom)
      return `The steps follow each other: ${from(step.effectiveFrom)} does not come after ${from(before.effectiveFrom)}.`;
    if (targetWords(step.target, ground) === targetWords(before.target, ground))
      return `From ${from(step.effectiveFrom)} the target is what it is before: leave that line out.`;
  }
  const last = steps.at(-1)?.effectiveFrom ?? '';
  const between = ground.targets.find(
    (other) =>
      other.effectiveFrom > draft.effectiveFrom &&
      other.effectiveFrom < last &&
      !steps.some(({ effectiveFrom }) => effectiveFrom === other.effectiveFrom),
  );
  if (between)
    return `Another target is set from ${from(between.effectiveFrom)} already, in the middle of this profile: take it back first, or give that period a line.`;
  return steps.length > 1 && !draft.decision ? 'A profile has its decision: why, who decided it, and when.' : null;
}
