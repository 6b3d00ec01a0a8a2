import { yearIsOpen } from '@/lib/series/measure-year';
import type { FrozenRow } from './edition';

/** What a scorecard says of a year that nobody has closed. Source: docs/rules.md, Year end. */
export const notClosedYet = (year: string): string => `${year} not closed yet.`;

/** The same where only a mark has room. */
export const notClosedMark = '[x] not closed yet';

/** Whether a row says that the year it is compared with is not closed. */
export const saysNotClosed = ({ previous }: Pick<FrozenRow, 'previous'>): boolean =>
  previous.why === notClosedYet(previous.label);

/** A row in the words that it had before anybody was told that a year is not closed: what was announced with them is still released. */
export function withoutUnclosed<R extends Pick<FrozenRow, 'previous' | 'travel'>>(row: R): R {
  if (!saysNotClosed(row)) return row;
  const sentence = row.travel.sentence.replace(`, because ${yearIsOpen}`, '');
  return { ...row, previous: { ...row.previous, why: 'No earlier figure.' }, travel: { ...row.travel, sentence } };
}
