import { expect, test } from 'vitest';
import { scorecardHeadline } from '../../../lib/scorecard/scorecard-headline';

test.each([
  [
    { total: 20, green: 13, amber: 0, red: 5, worsening: 2 },
    'Five of eighteen rated measures miss their target; two are getting worse',
  ],
  [
    { total: 9, green: 5, amber: 1, red: 2, worsening: 1 },
    'Three of eight rated measures miss their target; one is getting worse',
  ],
  [
    { total: 3, green: 2, amber: 0, red: 1, worsening: 0 },
    'One of three rated measures misses its target; none is getting worse',
  ],
  [
    { total: 3, green: 3, amber: 0, red: 0, worsening: 0 },
    'All three rated measures meet their target; none is getting worse',
  ],
  [
    { total: 2, green: 2, amber: 0, red: 0, worsening: 1 },
    'Both rated measures meet their target; one is getting worse',
  ],
  [
    { total: 2, green: 0, amber: 0, red: 1, worsening: 1 },
    'The one rated measure misses its target; one is getting worse',
  ],
  [{ total: 2, green: 0, amber: 0, red: 0, worsening: 0 }, 'None of two measures can be rated; none is getting worse'],
  [{ total: 0, green: 0, amber: 0, red: 0, worsening: 0 }, 'This edition has no measures'],
])('%j is “%s”', (counts, sentence) => expect(scorecardHeadline(counts)).toBe(sentence));
