import { limits } from '@/lib/form/limits';
import { tidyText } from '@/lib/text/tidy-text';

/** A warning about the words of a reading that its author keeps, by the name of the finding, and why. */
export type Kept = { finding: string; reason: string };

/** The words that a kept warning is about, as the name of its finding quotes them; '' where something is missing. */
const quoteOf = ({ finding }: Pick<Kept, 'finding'>): string => finding.split(':').slice(3).join(':');

/** The words that a warning is about, and why they stand. */
export function keptWords(warning: Kept): string {
  const quote = quoteOf(warning);
  return quote ? `“${quote}”: ${warning.reason}` : warning.reason;
}

/** How many warnings one reading can keep. */
export const mostKept = 20;

/** As long as the longest text that a finding can quote, and its rule and place. */
const longestFinding = limits.comments.most + 50;

/** Whether a finding of this name is one that may be kept: a warning, never what blocks. */
const isWarning = (finding: string): boolean => /^W\d+:/.test(finding);

/** The warnings that are kept, each once, with its reason and in order; those without a reason are not kept. */
export function keptInOrder(entered: Kept[]): Kept[] {
  const reasons = new Map(entered.map(({ finding, reason }) => [finding, tidyText(reason)]));
  return [...reasons]
    .filter(([finding, reason]) => isWarning(finding) && reason !== '')
    .map(([finding, reason]) => ({ finding, reason }))
    .sort((a, b) => (a.finding < b.finding ? -1 : 1));
}

/** Why these warnings cannot be kept; null where they can. */
export function keptProblem(kept: Kept[]): string | null {
  if (kept.length > mostKept)
    return `There are ${kept.length} warnings to keep: at most ${mostKept} fit. Please mend some of the words.`;
  if (kept.some(({ finding }) => finding.length > longestFinding)) return 'A warning quotes more than the text holds.';
  const long = kept.find(({ reason }) => reason.length > limits.keptReason.most);
  return long
    ? `This reason is ${long.reason.length - limits.keptReason.most} characters too long: “${long.reason.slice(0, 40)}…”.`
    : null;
}
