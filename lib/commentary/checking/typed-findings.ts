import type { MeasureFacts } from '@/lib/measure/measure';
import { contentOf, type Typed } from '@/lib/reading/content-entry';
import type { Finding, Rule } from '../finding';
import { afterChange, boundNumbers } from '../numbers/bound-numbers';
import type { ReadingText } from '../reading-text';
import { checkReading } from './check-reading';
import { withWritten } from './reading-as-text';
import { isAuthors } from './weigh-findings';

/** What the checks of a form know: the reading as it is kept, and the kinds of warnings that its service is not shown. */
export type FormChecks = { text: ReadingText; silenced: Rule[] };

/**
 * What is found in the fields of the reading form as they are: while somebody types as after a save, by the same code. An empty
 * form has nothing to find. Source: docs/rules.md, On the road.
 */
export function typedFindings({ text, silenced }: FormChecks, typed: Typed, measure: MeasureFacts): Finding[] {
  if (isUnwritten(typed, measure)) return [];
  return checkReading(withWritten(text, contentOf(typed, measure).content), { silenced }).filter(isAuthors);
}

/** Whether the fields of the reading form have neither a figure nor words, so that there is nothing to check. */
export function isUnwritten(typed: Typed, measure: MeasureFacts): boolean {
  const { value, numerator, comments, publicNote, actions } = contentOf(typed, measure).content;
  return value === null && numerator === null && comments === null && publicNote === null && actions.length === 0;
}

/**
 * The sentences that were true of the figures as they are kept and are wrong beside those that are typed now, each mended: what
 * the form offers while a figure changes. Source: docs/rules.md, Numbers and dates.
 */
export function changedSentences({ text }: FormChecks, typed: Typed, measure: MeasureFacts): Finding[] {
  return afterChange(boundNumbers(text), withWritten(text, contentOf(typed, measure).content));
}
