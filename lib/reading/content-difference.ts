import { readingValue } from '@/lib/figure/computed-value';
import { asGiven, shown } from '@/lib/figure/figure';
import { missingWords } from '@/lib/figure/missing-reason';
import { partQuestions } from '@/lib/figure/part-label';
import type { MeasureFacts } from '@/lib/measure/measure';
import { formatDate } from '@/lib/time/period';
import type { Action, Content } from './content';
import { keptWords } from './kept-warnings';
import { revisionWords } from './revision-reasons';

/** One field of a reading that differs between two versions, in words; null where a version says nothing there. */
export type Difference = { what: string; before: string | null; after: string | null };

type Measure = Pick<MeasureFacts, 'unit' | 'decimals' | 'scale'>;
type FieldWords = (content: Content, measure: Measure) => string | null;

const day = (iso: string | null) => iso && formatDate(iso);
const planned = ({ text, owner, due }: Action) => `${text} (${owner}${due ? `, by ${formatDate(due)}` : ''})`;

/** The figure that counts, typed or from its parts, as it is shown; null where there is none. */
function figureOf(content: Content, measure: Measure): string | null {
  const value = readingValue(content, measure);
  return value === null ? null : shown(value, measure);
}

/** Each field of a content by its name in a sentence, and what it says. */
const fields: [what: string, words: FieldWords][] = [
  ['figure', figureOf],
  ['numerator', ({ numerator }) => numerator && asGiven(numerator)],
  ['denominator', ({ denominator }) => denominator && asGiven(denominator)],
  ['reason for no figure', ({ missing }) => missing && missingWords[missing].title],
  ['expected date', ({ expectedOn }) => day(expectedOn)],
  ['provisional mark', ({ provisional }) => (provisional ? 'Provisional' : null)],
  ['reason for an unusual figure', ({ unusual }) => unusual],
  ['comments', ({ comments }) => comments],
  ['actions', ({ actions }) => actions.map(planned).join('\n') || null],
  ['completed actions', ({ completed }) => (completed ?? []).map(({ text }) => text).join('\n') || null],
  ['reasons for keeping a warning', ({ kept }) => (kept ?? []).map(keptWords).join('\n') || null],
  ['public note', ({ publicNote }) => publicNote],
  ['kind of correction', ({ revisionReason }) => revisionReason && revisionWords[revisionReason].choice],
];

/** What differs between two contents of a reading, field by field, in words; empty when nothing does. */
export function contentDifferences(before: Content, after: Content, measure: Measure): Difference[] {
  const differences = fields
    .map(([what, wordsOf]) => ({ what, before: wordsOf(before, measure), after: wordsOf(after, measure) }))
    .filter((difference) => difference.before !== difference.after);
  if (before.value === after.value || differences.some(({ what }) => what === 'figure')) return differences;
  // Typed otherwise, and shown the same: 83.4 and 83.44 are both 83.
  const typed = (value: string | null) => value && asGiven(value);
  return [{ what: 'typed figure', before: typed(before.value), after: typed(after.value) }, ...differences];
}

/** The same differences, with a part of a figure named by the question that the form asks for it with. */
export function namedByQuestions(
  differences: Difference[],
  measure: Parameters<typeof partQuestions>[0],
): Difference[] {
  const questions = new Map(Object.entries(partQuestions(measure)));
  return differences.map((difference) => ({ ...difference, what: questions.get(difference.what) ?? difference.what }));
}

/** The fields that differ, as the object of "changed": 'the figure, the comments and the actions'; null when none does. */
export function namesOf(what: string[]): string | null {
  const names = what.map((name) => `the ${name}`);
  const last = names.pop();
  if (last === undefined) return null;
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
