import { type Figures, readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { asGiven } from '@/lib/figure/figure';
import { type Parsed, parseFigure, parsePart } from '@/lib/figure/figure-entry';
import { figureRefusal } from '@/lib/figure/figure-refusal';
import { type MissingReason, missingReasons } from '@/lib/figure/missing-reason';
import { partQuestions } from '@/lib/figure/part-label';
import { unusual } from '@/lib/figure/unusual';
import type { Problem } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import type { MeasureFacts } from '@/lib/measure/measure';
import { tidyText } from '@/lib/text/tidy-text';
import { parseDay } from '@/lib/time/day-entry';
import { formatDate } from '@/lib/time/period';
import { completedIn, completedValue } from './completed-actions';
import { type Action, type Content, longest, undatedProblem } from './content';
import type { Kept } from './kept-warnings';
import { actionFields, actionNumbers, keptFields, keptIn, keptNumbers } from './reading-fields';
import { revisionReasons } from './revision-reasons';

/** What stands in the fields of the reading form, by the fields' names. */
export type Typed = Record<string, string | undefined>;

type Measure = Pick<MeasureFacts, 'unit' | 'decimals' | 'scale' | 'outsideHundred' | 'countsPeople'> &
  Partial<Pick<MeasureFacts, 'numeratorLabel' | 'denominatorLabel'>>;

/** The content that was typed, with a problem for each field that cannot be kept as it is; never throws. */
export function contentOf(typed: Typed, measure: Measure): { content: Content; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, sentence: string) => void problems.push({ field, sentence });

  const figure = (field: string, parse: (text: string) => Parsed): string | null => {
    const text = tidyText(typed[field] ?? null);
    if (text === '') return null;
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    // What says that there is no figure leads to the list of reasons.
    const { problem, instead, none } = parsed;
    const sentence = none
      ? `${problem.replace(/\.$/, '')}: choose the reason why there is none, or give the figure.`
      : problem;
    problems.push({ field: none ? 'missing' : field, sentence, ...(instead !== undefined && { instead }) });
    return null;
  };
  const text = (field: string, limit: number, subject = 'This'): string | null => {
    const tidied = tidyText(typed[field] ?? null);
    if (tidied.length > limit)
      wrong(field, `${subject} is too long by ${tidied.length - limit}: at most ${limit} characters can be kept.`);
    return tidied === '' ? null : tidied;
  };
  const day = (field: string): string | null => {
    const tidied = tidyText(typed[field] ?? null);
    if (tidied === '') return null;
    const parsed = parseDay(tidied);
    if ('day' in parsed) return parsed.day;
    wrong(field, parsed.problem);
    return null;
  };

  const figures: Figures = {
    value: figure('value', (typed) => parseFigure(typed, measure)),
    numerator: figure('numerator', (typed) => parsePart(typed, measure)),
    denominator: figure('denominator', (typed) => parsePart(typed, measure)),
  };
  const missing = missingReasons.find((reason) => reason === typed.missing) ?? null;
  if (problems.length === 0) problems.push(...figureProblems(figures, missing, measure));
  const revisionReason = revisionReasons.find((reason) => reason === typed.revisionReason) ?? null;
  const expectedOn = day('expectedOn');
  if (expectedOn && !missing) wrong('missing', 'Choose why there is no figure, or clear the date it is expected.');
  const content: Content = {
    ...figures,
    missing,
    expectedOn: missing && expectedOn,
    provisional: tidyText(typed.provisional ?? null) !== '' && missing === null,
    unusual: text('unusual', longest.unusual),
    comments: text('comments', longest.comments, 'The comment'),
    actions: [],
    publicNote: text('publicNote', longest.publicNote, 'The note'),
    revisionReason,
    completed: completedIn(typed.completed ?? ''),
  };
  const actions = actionNumbers.flatMap((n): Action[] => {
    const fields = actionFields(n);
    const action = {
      text: text(fields.text, longest.text, `Action ${n}`),
      owner: text(fields.owner, longest.owner, `The owner of action ${n}`),
      due: day(fields.due),
    };
    if (action.text === null && action.owner === null && tidyText(typed[fields.due] ?? null) === '') return [];
    if (action.text === null) wrong(fields.text, `Say what action ${n} is, or clear its other fields.`);
    if (action.owner === null) wrong(fields.owner, `Say which role owns action ${n}, such as Head of Safeguarding.`);
    return [{ text: action.text ?? '', owner: action.owner ?? '', due: action.due }];
  });
  for (const n of keptNumbers) text(keptFields(n).reason, limits.keptReason.most, 'The reason');
  const kept = keptIn(typed);
  return { content: kept.length > 0 ? { ...content, actions, kept } : { ...content, actions }, problems };
}

/** How the form asks for the two parts, for sentences about them. */
function questionsOf({ numeratorLabel = null, denominatorLabel = null, ...measure }: Measure) {
  const { numerator, denominator } = partQuestions({ ...measure, numeratorLabel, denominatorLabel });
  return { numerator: `“${numerator}?”`, denominator: `“${denominator}?”` };
}

/** What is wrong with figures that are each well written, but do not go together. */
function figureProblems(figures: Figures, missing: MissingReason | null, measure: Measure): Problem[] {
  const { value, numerator, denominator } = figures;
  const none = denominator !== null && new Exact(denominator).isZero();
  if (missing === null || (numerator !== null && denominator !== null && value === null && none)) {
    const refused = missing === null ? figureRefusal(figures, measure, questionsOf(measure)) : null;
    return refused ? [{ field: fieldOf(figures), sentence: refused }] : [];
  }
  if (value === null && numerator === null && denominator === null) return [];
  return [{ field: 'missing', sentence: 'There is a figure and a reason for having none: keep one of them.' }];
}

/** The field in which the mending is most likely: the empty half of a pair, a denominator of 0, else the first of the sum. */
function fieldOf({ value, numerator, denominator }: Figures): string {
  if (denominator === null || new Exact(denominator).lte(0)) return 'denominator';
  return numerator !== null && value !== null ? 'value' : 'numerator';
}

/** The fields of the form as a content fills them: what is shown when the form is opened. */
export function typedOf(content: Content): Record<string, string> {
  const day = (iso: string | null) => (iso ? formatDate(iso) : '');
  const actions = content.actions.flatMap(({ text, owner, due }, index) => {
    const fields = actionFields(index + 1);
    return [[fields.text, text] as const, [fields.owner, owner] as const, [fields.due, day(due)] as const];
  });
  return {
    value: content.value === null ? '' : asGiven(content.value),
    numerator: content.numerator === null ? '' : asGiven(content.numerator),
    denominator: content.denominator === null ? '' : asGiven(content.denominator),
    missing: content.missing ?? '',
    expectedOn: day(content.expectedOn),
    provisional: content.provisional ? 'on' : '',
    unusual: content.unusual ?? '',
    comments: content.comments ?? '',
    publicNote: content.publicNote ?? '',
    revisionReason: content.revisionReason ?? '',
    completed: content.completed.map(completedValue).join('\n'),
    ...Object.fromEntries(actions),
    ...typedOfKept(content.kept ?? []),
  };
}

/** The fields of kept warnings as they fill the form. */
const typedOfKept = (kept: Kept[]): Record<string, string> =>
  Object.fromEntries(
    kept.flatMap(({ finding, reason }, index) => {
      const fields = keptFields(index + 1);
      return [[fields.finding, finding] as const, [fields.reason, reason] as const];
    }),
  );

/** What a submission is judged by: `usual` are earlier figures; a correction also needs a public note and its class. */
type SubmissionFacts = { measure: Measure; usual: string[]; correction: boolean; today: string };

/** What a content still lacks before it can be submitted, each with the field that mends it. */
export function lacksOf(content: Content, { measure, usual, correction, today }: SubmissionFacts): Problem[] {
  const value = readingValue(content, measure);
  const sure = value === null ? null : unusual(value, usual, measure);
  const lacks: Problem[] = [];
  if (value === null && content.missing === null)
    lacks.push({ field: 'figure', sentence: 'Give the figure, or choose a reason why there is none.' });
  const undated = undatedProblem(content, today);
  if (undated) lacks.push({ field: 'expectedOn', sentence: undated });
  if (sure && content.unusual === null) lacks.push({ field: 'unusual', sentence: sure });
  if (correction && content.publicNote === null)
    lacks.push({ field: 'publicNote', sentence: 'Tell the public in a sentence what was corrected and why.' });
  if (correction && content.revisionReason === null)
    lacks.push({ field: 'revisionReason', sentence: 'Choose what kind of correction this is.' });
  return lacks;
}
