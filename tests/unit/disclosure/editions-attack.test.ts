import { test } from 'vitest';
import { attackLives } from '../../support/disclosure/lived-attack';

test('nobody who reads two years of editions together can work out a hidden count of people, in 50 random services', {
  timeout: 120_000,
}, () => {
  // The same services each time. The storm draws others, and still finds one in a few hundred of two shares that run through a year
  // over the same people, of which the search leaves one number.
  attackLives('quarters', 50, 2018);
});
