import type { Standings } from './places-and-standings';
import type { Answer } from './search';

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const longestQuoted = 80;

const measuresCounted = (count: number): string =>
  `${small[count] ?? count} ${count === 0 || count === 1 ? 'measure' : 'measures'}`;

/** How many measures match, in a sentence; a long question is quoted by its beginning. */
export function countWords({ count, complete }: Pick<Answer, 'count' | 'complete'>, question: string): string {
  const letters = [...question];
  const quoted = letters.length > longestQuoted ? `${letters.slice(0, longestQuoted).join('')}…` : question;
  const isSingular = count === 0 || count === 1;
  if (complete) return `${measuresCounted(count)} ${isSingular ? 'matches' : 'match'} “${quoted}”`;
  return `No measure has every word of “${quoted}”; ${measuresCounted(count).toLowerCase()} ${isSingular ? 'has' : 'have'} some`;
}

/** How many measures have the standing of the question: 'Eight measures are Red', 'No measure is overdue'. */
export function standingWords({ standing, count }: Pick<Standings, 'standing' | 'count'>): string {
  return `${measuresCounted(count)} ${count === 0 || count === 1 ? 'is' : 'are'} ${standingName(standing)}`;
}

const colours = ['red', 'amber', 'green'];

/** A standing inside a sentence: 'Red', 'overdue'. */
export const standingName = (standing: Standings['standing']): string =>
  colours.includes(standing) ? `${standing.charAt(0).toUpperCase()}${standing.slice(1)}` : standing;
