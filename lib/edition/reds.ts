import { type Retirement, retirementSentence } from '@/lib/series/retirement';
import { isRed, type Rag, ragSentence } from '@/lib/target/judged-status';
import { addMonths } from '@/lib/time/period';
import type { FrozenFigure, FrozenRow } from './edition';

/** What became of a measure that was Red: its colour now, none, or why it is not on the scorecard any more. */
export const outcomes = ['green', 'amber', 'red', 'none', 'retired', 'gone'] as const;
export type Outcome = (typeof outcomes)[number];

/** A measure that was Red, as it was shown then and is shown now; `sentence` says why it is what it became. */
export type FormerRed = {
  number: number;
  code: string;
  title: string;
  outcome: Outcome;
  was: Shown;
  is: Shown | null;
  sentence: string;
};
type Shown = Pick<Rag, 'colour' | 'judged'> & { figure: FrozenFigure; period: FrozenRow['period'] };

/** The day a year before a day; 29 February is compared with the 28th. */
export const yearBefore = (day: string): string => addMonths(day, -12);

/**
 * What became of each measure that was Red in an earlier edition, by the rule or as judged, in the report order of that edition.
 * One that is Red by the rule is still Red, whatever it is judged to be.
 */
export function formerReds(
  before: FrozenRow[],
  after: FrozenRow[],
  retirements: ({ code: string } & Retirement)[],
): FormerRed[] {
  return before
    .filter(({ rag }) => isRed(rag))
    .map((was) => {
      const is = after.find(({ code }) => code === was.code) ?? null;
      const { number, code, title } = is ?? was;
      return { number, code, title, was: shown(was), is: is && shown(is), ...became(code, is, retirements) };
    });
}

const shown = ({ current, period, rag: { colour, judged } }: FrozenRow): Shown => ({
  figure: current,
  period,
  colour,
  ...(judged && { judged }),
});

function became(code: string, now: FrozenRow | null, retirements: ({ code: string } & Retirement)[]) {
  if (now) {
    const outcome: Outcome = isRed(now.rag) ? 'red' : (now.rag.colour ?? 'none');
    return { outcome, sentence: ragSentence(now.rag) };
  }
  const retirement = retirements.find((candidate) => candidate.code === code);
  if (retirement) return { outcome: 'retired' as const, sentence: retirementSentence(retirement) };
  return { outcome: 'gone' as const, sentence: 'It is no longer on the scorecard.' };
}

const alone: Record<Outcome, string> = {
  green: 'is Green now',
  amber: 'is Amber now',
  red: 'is still Red',
  none: 'has no colour now',
  retired: 'was retired',
  gone: 'is no longer on the scorecard',
};
const among: Record<Outcome, { singular: string; plural: string; what: string }> = {
  green: { singular: 'is', plural: 'are', what: 'Green' },
  amber: { singular: 'is', plural: 'are', what: 'Amber' },
  red: { singular: 'is', plural: 'are', what: 'still Red' },
  none: { singular: 'has', plural: 'have', what: 'no colour' },
  retired: { singular: 'was', plural: 'were', what: 'retired' },
  gone: { singular: 'is', plural: 'are', what: 'no longer on the scorecard' },
};

/** 'Of 8 that were Red a year ago: 3 are Green, 4 still Red, 1 was retired.'; `when` says when that was. */
export function redsSentence(reds: Counted[], when: string): string {
  const [only] = reds;
  if (!only) return `No measure was Red ${when}.`;
  if (reds.length === 1) return `The one measure that was Red ${when} ${alone[only.outcome]}${judgedWords(reds)}.`;
  let lastVerb = '';
  const parts = outcomes.flatMap((outcome) => {
    const count = reds.filter((red) => red.outcome === outcome).length;
    if (count === 0) return [];
    const { singular, plural, what } = among[outcome];
    const verb = count === 1 ? singular : plural;
    // The verb of the part before counts on: "3 are Green, 4 still Red".
    const part = verb === lastVerb ? `${count} ${what}` : `${count} ${verb} ${what}`;
    lastVerb = verb;
    return part;
  });
  return `Of ${reds.length} that were Red ${when}: ${parts.join(', ')}${judgedWords(reds)}.`;
}

type Counted = Pick<FormerRed, 'outcome'> & { is?: Pick<Shown, 'judged'> | null };

/** '; 1 of them is judged otherwise by a head of service'; nothing where none is. */
function judgedWords(reds: Counted[]): string {
  const judged = reds.filter(({ is, outcome }) => is?.judged && is.judged.colour !== outcome).length;
  if (judged === 0) return '';
  if (reds.length === 1) return ` by the rule, and judged otherwise by a head of service`;
  return `; ${judged} of them ${judged === 1 ? 'is' : 'are'} judged otherwise by a head of service`;
}

/** What today is compared with: the day and the edition in force on it, whether it was the first for want of an earlier one. */
export type Comparison = { day: string; isFirst: boolean; edition: number | null } & (
  | { kind: 'reds'; reds: FormerRed[] }
  | { kind: 'same'; count: number }
  | { kind: 'withdrawn'; at: string; reason: string }
  | { kind: 'none' }
);
