import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workedOutByReader } from '../support/disclosure/attack';
import { attackLives } from '../support/disclosure/lived-attack';
import { randomService } from '../support/disclosure/random-service';

test('nobody who reads everything can work out a hidden count of people, in 1,000 random services', {
  timeout: 1_800_000,
}, () => {
  fc.assert(
    fc.property(randomService, (service) => {
      expect(workedOutByReader(service)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('nor can anybody who reads all 24 editions of a service together, in 1,000 random services', {
  timeout: 3_600_000,
}, () => {
  attackLives('any', 1000);
});
