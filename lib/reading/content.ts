import { type Parsed, parseFigure, parsePart } from '@/lib/figure/figure-entry';
import { figureRefusal } from '@/lib/figure/figure-refusal';
import type { MissingReason } from '@/lib/figure/missing-reason';
import { limits } from '@/lib/form/limits';
import type { MeasureFacts } from '@/lib/measure/measure';
import { canonical } from '@/lib/record/canonical';
import type { JudgedStatus } from '@/lib/target/judged-status';
import type { Target } from '@/lib/target/target';
import { tidyText } from '@/lib/text/tidy-text';
import { isDay } from '@/lib/time/instant';
import { type Completed, inOrder } from './completed-actions';
import { type Kept, keptInOrder, keptProblem } from './kept-warnings';
import { mostActions } from './reading-fields';
import type { RevisionReason } from './revision-reasons';

export type Action = { text: string; owner: string; due: string | null };

/** What a reading says: the part of it that people write, and that an approval signs; decimals as strings. */
export type Content = {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  missing: MissingReason | null;
  expectedOn: string | null;
  provisional: boolean;
  unusual: string | null;
  comments: string | null;
  actions: Action[];
  publicNote: string | null;
  /** Of a correction: the class of its reason. */
  revisionReason: RevisionReason | null;
  /** Actions of earlier periods that this reading says are done. */
  completed: Completed[];
  /** Warnings about its words that stand, each with its author's reason; absent where there are none. */
  kept?: Kept[];
};

/** What the content is judged by: a change of any of these is another thing to approve. */
export type Ground = {
  measureId: number;
  periodStart: string;
  revision: number;
  targetId: number | null;
  /** Its thresholds; absent where there is no target, and in what was signed before they were. */
  target?: Target;
  definitionVersion: number;
};

/** The content of a reading that is not begun. */
export const blankContent: Content = {
  value: null,
  numerator: null,
  denominator: null,
  missing: null,
  expectedOn: null,
  provisional: false,
  unusual: null,
  comments: null,
  actions: [],
  publicNote: null,
  revisionReason: null,
  completed: [],
};

/** The canonical text whose SHA-256 an approval signs. Source: docs/rules.md, What is approved is what was seen. */
export function contentText(
  { revisionReason, completed, ...content }: Signed,
  ground: Ground,
  judged: JudgedStatus | null = null,
): string {
  // Left out where there is none, so that what was signed before these were known still holds.
  const later = { ...(revisionReason && { revisionReason }), ...(completed?.length && { completed }) };
  return canonical({ content: { ...content, ...later }, ground, ...(judged && { judged }) });
}

/** A content as it was signed, perhaps before completed actions were known. */
type Signed = Omit<Content, 'completed'> & Partial<Pick<Content, 'completed'>>;

/** How many characters a text may have, and how many actions a reading. */
export const longest = {
  comments: limits.comments.most,
  publicNote: limits.publicNote.most,
  unusual: limits.unusual.most,
  text: limits.actionText.most,
  owner: limits.actionOwner.most,
} as const;

type Measure = Pick<MeasureFacts, 'unit' | 'decimals' | 'scale' | 'outsideHundred' | 'countsPeople'>;

/** The content in the one form in which it is kept and signed, or the sentence that says why it cannot be kept. */
export function keptContent(entered: Content, measure: Measure): { content: Content } | { problem: string } {
  const problems: string[] = [];
  const figure = (text: string | null, parse: (text: string) => Parsed) => {
    if (text === null) return null;
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    problems.push(parsed.problem);
    return null;
  };
  const text = (field: keyof typeof longest, typed: string | null) => {
    const tidied = tidyText(typed);
    if (tidied.length > longest[field])
      problems.push(`This text is ${tidied.length - longest[field]} characters too long: “${tidied.slice(0, 40)}…”.`);
    return tidied === '' ? null : tidied;
  };
  const day = (iso: string | null) => {
    if (iso !== null && !isDay(iso)) problems.push(`“${iso.slice(0, 20)}” is not a day of the calendar.`);
    return iso;
  };
  const figures = {
    value: figure(entered.value, (typed) => parseFigure(typed, measure)),
    numerator: figure(entered.numerator, (typed) => parsePart(typed, measure)),
    denominator: figure(entered.denominator, (typed) => parsePart(typed, measure)),
  };
  const actions = entered.actions.map((action) => ({
    text: text('text', action.text) ?? '',
    owner: text('owner', action.owner) ?? '',
    due: day(action.due),
  }));
  if (actions.length > mostActions) problems.push(`There are ${actions.length} actions: at most ${mostActions} fit.`);
  if (actions.some((action) => action.text === '' || action.owner === ''))
    problems.push('Each action needs its text and the role that owns it.');
  const content: Content = {
    ...figures,
    missing: entered.missing,
    expectedOn: day(entered.expectedOn),
    provisional: entered.provisional,
    unusual: text('unusual', entered.unusual),
    comments: text('comments', entered.comments),
    actions,
    publicNote: text('publicNote', entered.publicNote),
    revisionReason: entered.revisionReason,
    completed: inOrder(entered.completed),
  };
  const kept = keptInOrder(entered.kept ?? []);
  const wrong = keptProblem(kept);
  if (wrong) problems.push(wrong);
  if (kept.length > 0) content.kept = kept;
  const problem = problems[0] ?? togetherProblem(content, measure);
  return problem === null ? { content } : { problem };
}

/** Why the parts of a content cannot stand together, or null when they can. */
function togetherProblem(content: Content, measure: Measure): string | null {
  const { value, numerator, denominator, missing, expectedOn } = content;
  if (missing === null)
    return expectedOn
      ? 'Choose why there is no figure, or clear the date it is expected.'
      : figureRefusal(content, measure);
  const nothing = value === null && (numerator === null || Number(denominator) === 0);
  if (!nothing) return 'There is a figure and a reason for having none: keep one of them.';
  return (numerator === null) === (denominator === null)
    ? null
    : 'Give both the numerator and the denominator, or neither.';
}

/** Whether a content has a figure, or says why there is none. */
export const isAnswered = ({ value, numerator, denominator, missing }: Content): boolean =>
  missing !== null || value !== null || (numerator !== null && Number(denominator) !== 0);

/**
 * Why a content that is not available yet cannot be submitted: it says on which day the figure is expected, one to come.
 * Source: docs/rules.md, Due and overdue.
 */
export function undatedProblem(
  { missing, expectedOn }: Pick<Content, 'missing' | 'expectedOn'>,
  today: string,
): string | null {
  if (missing !== 'not_available_yet') return null;
  if (expectedOn === null) return 'Enter the date on which the figure is expected.';
  return expectedOn < today
    ? 'The date on which the figure is expected has passed: enter the figure, or a later date.'
    : null;
}
