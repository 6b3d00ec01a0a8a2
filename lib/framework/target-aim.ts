import { parseFigure } from '@/lib/figure/figure-entry';
import { shapes } from '@/lib/target/target';
import { thresholdsFromTolerance } from '@/lib/target/tolerance';
import { formatMonth } from '@/lib/time/day';
import { parseMonth } from '@/lib/time/month-entry';
import { isStart, periodContaining } from '@/lib/time/period';
import type { TargetDraft, TargetGround, TypedTarget } from './target-entry';

/** Where a problem goes: the field, and the sentence beside it. */
export type Wrong = (field: string, sentence: string) => void;

/** The thresholds as they were typed, or made of a tolerance. */
export function aimOf(
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

/** The first day of the period that a month names. */
export function startOf(typed: string, calendar: TargetGround, wrong: Wrong): string {
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
