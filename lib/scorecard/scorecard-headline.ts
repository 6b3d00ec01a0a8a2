import type { Summary } from '@/lib/scorecard/scorecard';
import { capital, headlineNumber, numberOf } from '@/lib/text/number-in-words';

/**
 * What a reader takes away in ten seconds, over what is rated only: 'Five of eighteen rated measures miss their target; two are getting worse'.
 * Amber misses its target as well.
 */
export function scorecardHeadline({
  total,
  green,
  amber,
  red,
  worsening,
}: Pick<Summary, 'total' | 'green' | 'amber' | 'red' | 'worsening'>): string {
  if (total === 0) return 'This edition has no measures';
  const rated = green + amber + red;
  const missed = amber + red;
  const worse = `${worsening === 0 ? 'none' : headlineNumber(worsening)} ${worsening === 1 || worsening === 0 ? 'is' : 'are'} getting worse`;
  if (rated === 0) return `None of ${numberOf(total, 'measure')} can be rated; ${worse}`;
  if (rated === 1) return `The one rated measure ${missed === 1 ? 'misses' : 'meets'} its target; ${worse}`;
  if (missed === 0)
    return `${rated === 2 ? 'Both' : `All ${headlineNumber(rated)}`} rated measures meet their target; ${worse}`;
  const verb = missed === 1 ? 'misses its' : 'miss their';
  return `${capital(headlineNumber(missed))} of ${headlineNumber(rated)} rated measures ${verb} target; ${worse}`;
}
