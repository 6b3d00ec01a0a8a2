import { test } from 'vitest';
import { attackLives } from '../support/disclosure/lived-attack';
import { attackLivesAtOnce, attackServices } from '../support/disclosure/service-attack';

test('nobody who reads everything can work out a hidden count of people, in 1,000 random services', {
  timeout: 1_800_000,
}, () => {
  attackServices(1000);
});

test('nor where two years come at once, and two shares are of the same people, in 1,000 random services', {
  timeout: 1_800_000,
}, () => {
  attackLivesAtOnce(1000);
});

test('nor can anybody who reads all 24 editions of a service together, in 1,000 random services', {
  timeout: 3_600_000,
}, () => {
  attackLives('any', 1000);
});
