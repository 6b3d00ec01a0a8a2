import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetCells } from '@/lib/bring-out/target-cells';
import { aimOf } from '@/lib/framework/target-aim';
import type { Polarity, Unit } from '@/lib/measure/measure';
import type { Target } from '@/lib/target/target';
import { targetProblem } from '@/lib/target/target-problem';
import { thresholdsFromTolerance } from '@/lib/target/tolerance';
import { draft } from '../../support/council/drafts';

const measureOf = (unit: Unit, polarity: Polarity) => draft({ unit, polarity, decimals: 1 });
const text = (cell: string | number | null) => (cell === null ? '' : String(cell));

/** What the form of a target makes of the cells that went out. */
function broughtIn(target: Target, tolerance: string | null, measure: ReturnType<typeof measureOf>) {
  const cells = targetCells(target, tolerance, measure);
  const typed = {
    shape: target.shape,
    greenFrom: text(cells.green_from),
    greenTo: text(cells.green_to),
    amberFrom: text(cells.amber_from),
    amberTo: text(cells.amber_to),
    tolerance: text(cells.tolerance),
    whyNone: 'It is watched.',
    ...{ later: '', from: 'July 2026', reason: '', decidedBy: '', decidedOn: '' },
  };
  return aimOf(typed, { ...measure, targets: [] }, (field, sentence) => {
    throw new Error(`${field}: ${sentence}`);
  });
}

const figure = fc.integer({ min: 1, max: 999 }).map((tenths) => String(tenths / 10));

test('a target comes in as it went out: its thresholds, and the tolerance that they were made from', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('at_least' as const, 'at_most' as const),
      fc.constantFrom<Unit>('percent', 'number', 'days', 'pounds'),
      figure,
      fc.option(figure),
      fc.option(fc.constantFrom('within 5%', 'within 2 points', 'within 0.5 points', '10%')),
      (shape, unit, green, amber, tolerance) => {
        const measure = measureOf(unit, shape === 'at_least' ? 'higher' : 'lower');
        const made = tolerance === null ? null : thresholdsFromTolerance({ shape, green }, tolerance, measure);
        const [target, sentence] =
          made && 'target' in made ? [made.target, made.sentence] : [{ shape, green, amber } as Target, null];
        fc.pre(targetProblem(target, measure) === null);
        const back = broughtIn(target, sentence, measure);
        expect(back?.target).toEqual(target);
        // A tolerance in pounds is no word that the form takes: its thresholds stand in its place.
        if (sentence && (unit === 'percent' || unit === 'days' || sentence.includes('%')))
          expect(back?.tolerance ?? sentence).toBe(sentence);
      },
    ),
  );
});

test('a range, with and without its ends of amber, and a measure that is only watched', () => {
  const range: Target = { shape: 'between', green: '30', greenTo: '40', amber: '28', amberTo: '44.5' };
  const measure = measureOf('number', 'nearest');
  expect(broughtIn(range, null, measure)?.target).toEqual(range);
  const made = thresholdsFromTolerance({ shape: 'between', green: '30', greenTo: '40' }, 'within 10%', measure);
  if ('problem' in made) throw new Error(made.problem);
  expect(targetCells(made.target, made.sentence, measure)).toMatchObject({ tolerance: 'within 10%', amber_from: null });
  expect(broughtIn(made.target, made.sentence, measure)).toEqual({ target: made.target, tolerance: made.sentence });
  // Thresholds that somebody changed since are not what the sentence gives.
  expect(targetCells({ ...range }, made.sentence, measure)).toMatchObject({ tolerance: null, amber_from: 28 });
  expect(broughtIn({ shape: 'none' }, null, measure)?.target).toEqual({ shape: 'none' });
});
