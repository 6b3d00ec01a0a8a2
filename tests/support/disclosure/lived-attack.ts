import fc from 'fast-check';
import { expect } from 'vitest';
import { workedOutOverEditions } from './attack-editions';
import { livedService } from './lived-service';

/**
 * Attacks so many random services with all of their editions; fails where a count is given away of which nobody was told.
 */
export function attackLives(pace: 'quarters' | 'any', services: number): void {
  const known = { told: 0, undecided: 0 };
  fc.assert(
    fc.property(livedService(pace), (service) => {
      const { untold, told, undecided } = workedOutOverEditions(service);
      expect(untold).toEqual([]);
      known.told += Math.min(1, told.length);
      known.undecided += Math.min(1, undecided.length);
    }),
    { numRuns: services },
  );
  const { told, undecided } = known;
  console.log(
    `Of ${services} services: ${told} given away by figures of before, as the staff were told; ${undecided} undecided`,
  );
  expect(told).toBeLessThan(services / 10);
  expect(undecided).toBeLessThan(services / 20);
}
