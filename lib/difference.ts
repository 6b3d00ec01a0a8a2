import type { Action, Content } from './content';
import { asGiven, missingWords, shownThreshold } from './figure';
import type { MeasureFacts } from './measure';
import { formatDate } from './period';

/** One field of a reading that differs between two versions, in words; null where a version says nothing there. */
export type Difference = { what: string; before: string | null; after: string | null };

type Said = (content: Content, measure: Pick<MeasureFacts, 'unit' | 'decimals'>) => string | null;

const day = (iso: string | null) => iso && formatDate(iso);
const planned = ({ text, owner, due }: Action) => `${text} (${owner}${due ? `, by ${formatDate(due)}` : ''})`;

/** Each field of a content by its name in a sentence, and what it says. */
const fields: [what: string, said: Said][] = [
  ['figure', ({ value }, measure) => value && shownThreshold(value, measure)],
  ['numerator', ({ numerator }) => numerator && asGiven(numerator)],
  ['denominator', ({ denominator }) => denominator && asGiven(denominator)],
  ['reason for no figure', ({ missing }) => missing && missingWords[missing].title],
  ['expected date', ({ expectedOn }) => day(expectedOn)],
  ['provisional mark', ({ provisional }) => (provisional ? 'Provisional' : null)],
  ['reason for an unusual figure', ({ unusual }) => unusual],
  ['comments', ({ comments }) => comments],
  ['actions', ({ actions }) => actions.map(planned).join('\n') || null],
  ['public note', ({ publicNote }) => publicNote],
];

/** What differs between two contents of a reading, field by field, in words; empty when nothing does. */
export function contentDifferences(
  before: Content,
  after: Content,
  measure: Pick<MeasureFacts, 'unit' | 'decimals'>,
): Difference[] {
  return fields
    .map(([what, said]) => ({ what, before: said(before, measure), after: said(after, measure) }))
    .filter((difference) => difference.before !== difference.after);
}

/** The fields that differ, as the object of "changed": 'the figure, the comments and the actions'; null when none does. */
export function namesOf(what: string[]): string | null {
  const names = what.map((name) => `the ${name}`);
  const last = names.pop();
  if (last === undefined) return null;
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
