import { describe, expect, test } from 'vitest';
import type { Target } from '@/lib/target/target';
import { targetProblem } from '@/lib/target/target-problem';
import { facts } from '../../support/reference/measure-facts';

const number = facts({ unit: 'number' });
const fewer = facts({ unit: 'number', polarity: 'lower' });

describe('thresholds', () => {
  test.each([
    [{ shape: 'at_least', green: '80', amber: '85' }, number, 'is better than the target'],
    [{ shape: 'at_most', green: '76', amber: '70' }, fewer, 'is better than the target'],
    [
      { shape: 'at_least', green: '80', amber: null },
      fewer,
      'A target of at least 80 does not fit a measure where lower is better.',
    ],
    [
      { shape: 'between', green: '40', greenTo: '30', amber: null, amberTo: null },
      number,
      'the lower limit comes first',
    ],
    [{ shape: 'between', green: '30', greenTo: '40', amber: '31', amberTo: null }, number, 'above the start'],
    [{ shape: 'between', green: '30', greenTo: '40', amber: null, amberTo: '39' }, number, 'below the end'],
    [{ shape: 'at_least', green: '105', amber: null }, facts(), 'outside 0% to 100%'],
    [{ shape: 'at_least', green: '80', amber: null }, facts({ polarity: 'none' }), 'cannot have a target'],
  ] as [Target, typeof number, string][])('%o is refused', (target, measure, problem) =>
    expect(targetProblem(target, measure)).toContain(problem),
  );

  test('sensible ones stand', () => {
    expect(targetProblem({ shape: 'at_least', green: '80', amber: '76' }, facts())).toBeNull();
    expect(targetProblem({ shape: 'at_most', green: '76', amber: '80' }, fewer)).toBeNull();
    expect(
      targetProblem({ shape: 'between', green: '30', greenTo: '40', amber: '28', amberTo: '44' }, number),
    ).toBeNull();
    expect(targetProblem({ shape: 'none' }, facts({ polarity: 'none' }))).toBeNull();
  });
});
