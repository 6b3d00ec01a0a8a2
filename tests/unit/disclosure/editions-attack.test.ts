import { test } from 'vitest';
import { attackLives } from '../../support/disclosure/lived-attack';

test('nobody who reads two years of editions together can work out a hidden count of people, in 50 random services', {
  timeout: 120_000,
}, () => {
  attackLives('quarters', 50);
});
