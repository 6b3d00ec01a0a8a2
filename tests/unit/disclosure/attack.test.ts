import { test } from 'vitest';
import { attackLivesAtOnce, attackServices } from '../../support/disclosure/service-attack';

test('nobody who reads everything can work out a hidden count of people, in 50 random services', () => {
  attackServices(50);
});

test('nor where two years come at once, and two shares are of the same people, in 30 random services', () => {
  attackLivesAtOnce(30);
});
