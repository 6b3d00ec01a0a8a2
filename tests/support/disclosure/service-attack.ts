import fc from 'fast-check';
import { expect } from 'vitest';
import { workedOutByReader } from './attack';
import { livedService } from './lived-service';
import { randomService } from './random-service';

/** Attacks so many random services by all that is public of them; fails where a count is given away. */
export function attackServices(services: number): void {
  fc.assert(
    fc.property(randomService, (service) => {
      expect(workedOutByReader(service)).toEqual([]);
    }),
    { numRuns: services },
  );
}

/** Attacks services with two years of quarters that are published at once, so that no earlier edition is to blame. */
export function attackLivesAtOnce(services: number): void {
  fc.assert(
    fc.property(livedService('quarters'), ({ measures, wholes }) => {
      const service = measures.map((measure) => ({ ...measure, alreadyPublic: [], alreadyHidden: [] }));
      expect(workedOutByReader({ service, wholes })).toEqual([]);
    }),
    { numRuns: services },
  );
}
