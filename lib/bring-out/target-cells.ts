import type { MeasureFacts } from '@/lib/measure/measure';
import type { Target } from '@/lib/target/target';
import { thresholdsFromTolerance, toleranceIn } from '@/lib/target/tolerance';
import { numberCell, type OutCell } from './number-cell';

type Measure = Pick<MeasureFacts, 'unit' | 'decimals' | 'polarity' | 'outsideHundred'>;

/** The figures of a target by their columns: with its tolerance where exactly these thresholds come of it again, else with its amber. */
export function targetCells(
  target: Target,
  tolerance: string | null,
  measure: Measure,
): Record<'green_from' | 'green_to' | 'amber_from' | 'amber_to' | 'tolerance', OutCell> {
  if (target.shape === 'none')
    return { green_from: null, green_to: null, amber_from: null, amber_to: null, tolerance: null };
  const isRange = target.shape === 'between';
  const typed = typedTolerance(target, tolerance, measure);
  return {
    green_from: numberCell(target.green),
    green_to: isRange ? numberCell(target.greenTo) : null,
    amber_from: typed ? null : numberCell(target.amber),
    amber_to: isRange && !typed ? numberCell(target.amberTo) : null,
    tolerance: typed,
  };
}

/** A tolerance as somebody would type it: 'within 5%'; null where it would not give the same thresholds. */
function typedTolerance(target: Target, sentence: string | null, measure: Measure): string | null {
  const size = toleranceIn(sentence ?? '');
  if (!size || target.shape === 'none') return null;
  const { shape, green } = target;
  const aim = shape === 'between' ? { shape, green, greenTo: target.greenTo } : { shape, green };
  const made = thresholdsFromTolerance(aim, `within ${size}`, measure);
  const isSame = 'target' in made && made.sentence === sentence && sameAmber(made.target, target);
  return isSame ? `within ${size}` : null;
}

function sameAmber(one: Target, other: Target): boolean {
  const ambers = (target: Target) =>
    target.shape === 'none'
      ? []
      : [target.amber, target.shape === 'between' ? target.amberTo : null].map((amber) => numberCell(amber));
  return JSON.stringify(ambers(one)) === JSON.stringify(ambers(other));
}
